ALTER TYPE app.grade ADD VALUE 'mid' BEFORE 'high';
