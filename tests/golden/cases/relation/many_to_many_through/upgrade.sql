CREATE TABLE public.taggings (
    user_id integer NOT NULL,
    tag_id bigint NOT NULL,
    CONSTRAINT taggings_pkey PRIMARY KEY (user_id, tag_id)
);

CREATE INDEX taggings_tag_id_idx ON public.taggings (tag_id);

ALTER TABLE public.taggings
    ADD CONSTRAINT taggings_tag_id_fkey FOREIGN KEY (tag_id) REFERENCES public.tags (id) ON DELETE CASCADE,
    ADD CONSTRAINT taggings_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users (id) ON DELETE CASCADE;

-- DATA LOSS: table users_tags is dropped with its rows
DROP TABLE public.users_tags;
