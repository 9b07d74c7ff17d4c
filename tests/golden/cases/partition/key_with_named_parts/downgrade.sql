ALTER TABLE public.account DROP CONSTRAINT account_pk;
CREATE UNIQUE INDEX account_email ON public.account (region, email);
ALTER TABLE public.account_eu ADD CONSTRAINT account_eu_pk PRIMARY KEY (region, id);
ALTER TABLE public.account_us ADD CONSTRAINT account_us_pkey PRIMARY KEY (region, id);
