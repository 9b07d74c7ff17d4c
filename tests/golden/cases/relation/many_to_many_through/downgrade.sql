CREATE TABLE public.users_tags (
    user_id integer NOT NULL,
    tag_id bigint NOT NULL,
    CONSTRAINT users_tags_pkey PRIMARY KEY (user_id, tag_id)
);

CREATE INDEX users_tags_tag_id_idx ON public.users_tags (tag_id);

ALTER TABLE public.users_tags
    ADD CONSTRAINT users_tags_tag_id_fkey FOREIGN KEY (tag_id) REFERENCES public.tags (id) ON DELETE CASCADE,
    ADD CONSTRAINT users_tags_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users (id) ON DELETE CASCADE;

-- DATA LOSS: table taggings is dropped with its rows
DROP TABLE public.taggings;
