CREATE AGGREGATE public.average(numeric) (
    SFUNC = numeric_avg_accum,
    STYPE = internal,
    FINALFUNC = numeric_avg,
    COMBINEFUNC = numeric_avg_combine,
    SERIALFUNC = numeric_avg_serialize,
    DESERIALFUNC = numeric_avg_deserialize,
    PARALLEL = RESTRICTED
);

CREATE AGGREGATE public.count_all(*) (
    SFUNC = int8inc,
    STYPE = bigint,
    INITCOND = '0'
);

CREATE AGGREGATE public.last_of(VARIADIC anyarray) (
    SFUNC = array_larger,
    STYPE = anyarray
);

CREATE AGGREGATE public.least_of(integer) (
    SFUNC = int4smaller,
    STYPE = integer,
    SORTOP = OPERATOR(public.<|)
);

CREATE AGGREGATE public.place(VARIADIC "any" ORDER BY VARIADIC "any") (
    SFUNC = ordered_set_transition_multi,
    STYPE = internal,
    FINALFUNC = rank_final,
    FINALFUNC_EXTRA,
    HYPOTHETICAL
);

CREATE AGGREGATE public.total(value integer) (
    SFUNC = public.add_up,
    STYPE = bigint,
    SSPACE = 64,
    FINALFUNC = public.result,
    FINALFUNC_EXTRA,
    FINALFUNC_MODIFY = SHAREABLE,
    COMBINEFUNC = int8pl,
    INITCOND = '0',
    MSFUNC = public.add_up,
    MINVFUNC = public.take_off,
    MSTYPE = bigint,
    MSSPACE = 32,
    MFINALFUNC = public.result,
    MFINALFUNC_EXTRA,
    MFINALFUNC_MODIFY = READ_WRITE,
    MINITCOND = '0',
    PARALLEL = SAFE
);

COMMENT ON AGGREGATE public.total(integer) IS 'as text';
ALTER AGGREGATE public.total(integer) OWNER TO pg_monitor;
