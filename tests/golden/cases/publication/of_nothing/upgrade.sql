ALTER PUBLICATION p SET (publish = 'insert');
CREATE PUBLICATION q WITH (publish = '');
