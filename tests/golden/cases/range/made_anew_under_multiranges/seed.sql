INSERT INTO uses (id, during, kept, taken, many) VALUES (1, '{[1,3),[5,7)}', '{[1,2)}', '("{[1,3)}",x)', ARRAY['{[1,3)}', NULL]::spell_multirange[]);
