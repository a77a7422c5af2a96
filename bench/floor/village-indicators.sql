-- The rows of lib/indicators/place-queries.ts by the same keys, without scope, policies or JSON.
select v.id, v.code, v.name_lo, v.name_en, d.code, d.name_lo, d.name_en, p.code, p.name_lo, p.name_en
  from places v join places d on d.id = v.district_id join places p on p.id = v.province_id where v.code = :villageCode;
select element_number, period, source, value from data_values
  where district_id = :district and reporter_kind = 1 and reporter_id = :village and period >= :fourteen order by period;
select kind, year, value, method, as_of, source from population_figures where village_id = :village and deleted_at is null;
select * from indicators where active;
select * from data_elements where active;
select f.id, f.name_lo, f.name_en, c.valid_from, c.valid_to, d.element_number, d.period, d.source, d.value
  from catchments c join facilities f on f.id = c.facility_id
    join data_values d on d.district_id = :district and d.reporter_kind = 2 and d.reporter_id = f.id and d.period >= :fourteen
  where c.village_id = :village;
