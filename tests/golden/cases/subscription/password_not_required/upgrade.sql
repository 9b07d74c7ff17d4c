ALTER SUBSCRIPTION mirror SET (password_required = false);
