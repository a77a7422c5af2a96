-- Has the village agreed to this use of what its workshop made, and not taken it back? The newest answer counts.
-- Runs with the caller's own rights.
create or replace function consent_stands(p_workshop uuid, p_use text, p_day date) returns boolean
  language sql stable set search_path = pg_catalog, public, pg_temp as $$
  select coalesce((
    select c.given and (c.withdrawn_on is null or c.withdrawn_on > p_day) and (c.until is null or c.until >= p_day)
    from consents c where c.workshop_id = p_workshop and c.use = p_use and c.deleted_at is null
    order by c.date desc, c.updated_at desc limit 1), false)
$$;

-- The map of a workshop that goes on the wall and the public page: everyone's, else the one with most to show on it.
create or replace function wall_map(p_workshop uuid) returns uuid
  language sql stable set search_path = pg_catalog, public, pg_temp as $$
  select m.id from maps m left join workshop_groups g on g.id = m.group_id
  where m.workshop_id = p_workshop and m.deleted_at is null
  order by (coalesce(g.kind, 'all') = 'all' and exists (
      select from map_features f where f.map_id = m.id and f.deleted_at is null and not f.sensitive)) desc,
    (select count(*) from map_features f where f.map_id = m.id and f.deleted_at is null and not f.sensitive) desc, m.id
  limit 1
$$;

-- What may be seen of a map on a wall: nothing sensitive, no group needing care, no notes.
create or replace function wall_features(p_map uuid) returns jsonb
  language sql stable set search_path = pg_catalog, public, pg_temp as $$
  select coalesce(jsonb_agg(jsonb_build_object('id', f.id, 'category', f.category, 'geometry', f.geometry,
    'label', f.label, 'sensitive', false) order by f.id), '[]')
  from map_features f left join map_categories c on c.id = f.category
  where f.map_id = p_map and f.deleted_at is null and not f.sensitive
    and coalesce(c.frame <> 'care' and not c.sensitive, true)
$$;

-- The page behind a poster's QR code, for anybody who holds its token: no name, no note, no photo, nothing sensitive.
-- Null: never received. "closed": revoked, past its date, or the village took its consent back.
create or replace function public_plan(p_token text, p_day date) returns jsonb
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select case
    when s.revoked or s.deleted_at is not null or share_ends(p.id, s.valid_until) < p_day or p.id is null or w.id is null
      or not consent_stands(p.workshop_id, 'public_page', p_day) then jsonb_build_object('state', 'closed')
    else jsonb_build_object('state', 'shown',
      'place', jsonb_build_object('nameLo', v.name_lo, 'nameEn', v.name_en, 'level', v.level),
      'district', jsonb_build_object('nameLo', d.name_lo, 'nameEn', d.name_en),
      'province', jsonb_build_object('nameLo', r.name_lo, 'nameEn', r.name_en),
      'plan', jsonb_build_object('agreedDate', p.agreed_date, 'displayedDate', p.displayed_date,
        'visitOffsets', p.visit_offsets),
      'source', w.source,
      'actions', (select coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'what', a.what, 'lead', a.lead, 'due', a.due,
          'status', a.status, 'statusDate', a.status_date, 'confirmed', report_confirmed(a.status_report_id), 'said', action_voices(a.id)) order by coalesce(a.position, 1000000), a.id), '[]')
        from actions a where a.plan_id = p.id and a.deleted_at is null),
      'promises', (select coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'party', c.party, 'text', c.text, 'due', c.due,
          'kept', c.kept) order by coalesce(c.position, 1000000), c.id), '[]')
        from commitments c where c.workshop_id = w.id and c.deleted_at is null),
      'visits', (select coalesce(jsonb_agg(jsonb_build_object('offsetMonths', x.offset_months, 'dueDate', x.due_date,
          'heldDate', x.held_date, 'nextVisitDue', x.next_visit_due)), '[]')
        from visits x where x.plan_id = p.id and x.deleted_at is null),
      'map', (select jsonb_build_object('base', m.base, 'features', wall_features(m.id))
        from maps m where m.id = wall_map(w.id)),
      'categories', (select coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'frame', c.frame, 'glyph', c.glyph,
          'labelLo', c.label_lo, 'labelEn', c.label_en, 'sensitive', c.sensitive, 'position', c.position,
          'active', c.active) order by c.position), '[]') from map_categories c))
    end
  from shares s
    left join plans p on p.id = s.plan_id and p.deleted_at is null
    left join workshops w on w.id = p.workshop_id and w.deleted_at is null
    left join places v on v.id = coalesce(p.village_id, p.district_id)
    left join places d on d.id = v.district_id
    left join places r on r.id = v.province_id
  where s.token = p_token
$$;

revoke all on function consent_stands(uuid, text, date), wall_map(uuid), wall_features(uuid), public_plan(text, date) from public;
grant execute on function consent_stands(uuid, text, date), wall_map(uuid), wall_features(uuid), public_plan(text, date)
  to connect_app;
