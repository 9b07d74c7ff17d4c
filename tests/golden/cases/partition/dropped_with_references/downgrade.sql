CREATE TABLE public.folders (
    id integer NOT NULL,
    parent integer,
    CONSTRAINT folders_pkey PRIMARY KEY (id)
) PARTITION BY LIST (id);

CREATE TABLE public.folders_1 PARTITION OF public.folders FOR VALUES IN (1);
CREATE TABLE public.folders_2 PARTITION OF public.folders FOR VALUES IN (2);

CREATE TABLE public.zones (
    folder integer
);

ALTER TABLE public.folders ADD CONSTRAINT folders_parent_fkey FOREIGN KEY (parent) REFERENCES public.folders (id);
ALTER TABLE public.zones ADD CONSTRAINT zones_folder_fkey FOREIGN KEY (folder) REFERENCES public.folders (id);
