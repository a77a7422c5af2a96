-- $1 district, $2 first month (yyyymm). The sums that lib/indicators/district-queries.ts reads, and who owes a report.
select e.code, m.period, m.source, m.total, m.reporters from district_months m join data_elements e on e.number = m.element_number
  where m.district_id = $1 and m.period >= $2;
select p.id, min(x.period) from places p cross join (select number from data_elements where reporters ? 'village') e
    cross join lateral (select period from data_values d where d.district_id = $1 and d.reporter_kind = 1 and d.reporter_id = p.id
      and d.element_number = e.number order by period limit 1) x
  where p.district_id = $1 and p.level = 'village' group by p.id;
select kind, year, value, method, as_of from population_figures
  where district_id = $1 and deleted_at is null and village_id is null and facility_id is null;
select * from indicators where active;
select * from data_elements where active;
