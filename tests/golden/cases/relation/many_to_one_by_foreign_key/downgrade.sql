ALTER TABLE public.users DROP CONSTRAINT users_tenant_lead_of_fkey;
