INSERT INTO t VALUES (('a', 'b'), ARRAY[('c', 'd')::address]);
