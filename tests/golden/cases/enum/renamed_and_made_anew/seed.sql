INSERT INTO t VALUES (1,'b'),(3,'c');
