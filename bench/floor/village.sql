-- The rows of lib/villages/queries.ts (placePage) by the same keys, without scope, policies or JSON.
select v.id, v.code, v.name_lo, v.name_en, d.code, d.name_lo, d.name_en, p.code, p.name_lo, p.name_en
  from places v join places d on d.id = v.district_id join places p on p.id = v.province_id where v.code = :villageCode;
select date, source, population, households, dry_access, wet_access, ethnic_groups from village_profiles
  where village_id = :village and deleted_at is null order by date desc limit 1;
select f.name_lo, f.name_en, c.travel_min_dry, c.travel_min_wet from catchments c join facilities f on f.id = c.facility_id
  where c.village_id = :village and c.valid_to is null;
select w.id, w.module, w.status, w.start_date, w.end_date, p.id from workshops w left join plans p on p.workshop_id = w.id
  where w.village_id = :village and w.deleted_at is null and w.status <> 'cancelled' order by w.start_date desc;
select p.* from workshops w join plans p on p.workshop_id = w.id where w.village_id = :village and p.deleted_at is null;
select q.id, q.statement, q.position from workshops w join problems q on q.workshop_id = w.id
  where w.village_id = :village and q.deleted_at is null order by q.position;
select a.* from plans p join actions a on a.plan_id = p.id where p.village_id = :village and a.deleted_at is null;
select c.* from workshops w join commitments c on c.workshop_id = w.id where w.village_id = :village and c.deleted_at is null;
select f.id, f.category, f.geometry, f.label, f.season from maps m join map_features f on f.map_id = m.id
  where m.village_id = :village and f.deleted_at is null and not f.sensitive;
select id, frame, glyph, label_lo, label_en from map_categories;
select plan_id, offset_months, due_date, held_date from visits where village_id = :village and deleted_at is null;
