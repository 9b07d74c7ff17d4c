-- DATA LOSS: table jobs is dropped with its rows
DROP TABLE public.jobs;

CREATE TABLE public.all_jobs (
    id bigint NOT NULL GENERATED ALWAYS AS IDENTITY (SEQUENCE NAME public.jobs_id_seq)
);

-- DATA LOSS: table tasks is dropped with its rows
DROP TABLE public.tasks;

CREATE TABLE public.all_tasks (
    id integer NOT NULL GENERATED ALWAYS AS IDENTITY (SEQUENCE NAME public.tasks_id_seq1)
);
