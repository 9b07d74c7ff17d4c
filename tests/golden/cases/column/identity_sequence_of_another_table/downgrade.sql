-- DATA LOSS: table all_jobs is dropped with its rows
DROP TABLE public.all_jobs;

CREATE TABLE public.jobs (
    id bigint NOT NULL GENERATED ALWAYS AS IDENTITY
);

-- DATA LOSS: table all_tasks is dropped with its rows
DROP TABLE public.all_tasks;

CREATE TABLE public.tasks (
    id integer NOT NULL GENERATED ALWAYS AS IDENTITY (SEQUENCE NAME public.tasks_id_seq1)
);
