ALTER TABLE public.folders DROP CONSTRAINT folders_parent_fkey;

-- DATA LOSS: table zones is dropped with its rows
DROP TABLE public.zones;

-- DATA LOSS: table folders_1 is dropped with its rows
DROP TABLE public.folders_1;

-- DATA LOSS: table folders_2 is dropped with its rows
DROP TABLE public.folders_2;
DROP TABLE public.folders;
