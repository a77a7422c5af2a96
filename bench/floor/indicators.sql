-- The rows of lib/indicators/district-queries.ts and lib/comparison/trend-queries.ts by the same keys, without scope, policies or
-- JSON. Values: bench/floor-values.ts.
select element_number, period, source, total, reporters from district_months where district_id = :district and period >= :since;
select p.id, min(x.period) from places p cross join (select number from data_elements where reporters ? 'village') e
    cross join lateral (select period from data_values d where d.district_id = :district and d.reporter_kind = 1
      and d.reporter_id = p.id and d.element_number = e.number order by period limit 1) x
  where p.district_id = :district and p.level = 'village' group by p.id;
select kind, year, value, method, as_of from population_figures
  where district_id = :district and deleted_at is null and village_id is null and facility_id is null;
select * from indicators where active;
select * from data_elements where active;
select id, name_lo, name_en from facilities where district_id = :district and valid_to is null;
select facility_id, village_id from catchments where district_id = :district and valid_to is null;
select d.reporter_id, d.element_number, array_agg(d.period), array_agg(d.value) from facilities f join data_values d
    on d.district_id = :district and d.reporter_kind = 2 and d.reporter_id = f.id and d.element_number = any(:first)
      and d.period >= :since and d.source = 2
  where f.district_id = :district and f.valid_to is null group by 1, 2;
select d.reporter_id, d.element_number, array_agg(d.period), array_agg(d.value) from places p join data_values d
    on d.district_id = :district and d.reporter_kind = 1 and d.reporter_id = p.id and d.element_number = any(:first)
      and d.period >= :threeYears and d.source = 1
  where p.district_id = :district and p.level = 'village' and p.valid_to is null group by 1, 2;
select village_id, min(start_date) from workshops where district_id = :district and deleted_at is null and village_id is not null
  and status <> 'cancelled' group by 1;
select village_id, kind, year, value, method, as_of from population_figures
  where district_id = :district and deleted_at is null and village_id is not null and kind = :firstKind;
