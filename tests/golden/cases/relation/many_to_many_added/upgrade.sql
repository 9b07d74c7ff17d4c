CREATE TABLE public.tags_users (
    tag_id bigint NOT NULL,
    user_id integer NOT NULL,
    CONSTRAINT tags_users_pkey PRIMARY KEY (tag_id, user_id)
);

CREATE INDEX tags_users_user_id_idx ON public.tags_users (user_id);

ALTER TABLE public.tags_users
    ADD CONSTRAINT tags_users_tag_id_fkey FOREIGN KEY (tag_id) REFERENCES public.tags (id) ON DELETE CASCADE,
    ADD CONSTRAINT tags_users_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users (id) ON DELETE CASCADE;
