INSERT INTO t VALUES (1,'gone','{gone,ok}'),(2,'ok','{}'),(3,NULL,NULL);
