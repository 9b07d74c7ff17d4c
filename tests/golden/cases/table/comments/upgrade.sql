COMMENT ON TABLE public.users IS E'After: it''s ''quoted'' \\ and
has two lines';

COMMENT ON COLUMN public.users.email IS NULL;
COMMENT ON COLUMN public.users.id IS 'The number';
COMMENT ON COLUMN public.users.name IS 'Comes';
