ALTER TABLE public.users ADD CONSTRAINT users_tenant_lead_of_fkey FOREIGN KEY (tenant, lead_of) REFERENCES public.teams (tenant, id);
