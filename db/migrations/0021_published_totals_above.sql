ALTER POLICY "published_rows_read" ON "published_rows" TO connect_app USING ((select app_national_writer()) or not withdrawn and ((select app_published_nation())
        or level = 'district' and place_id = any((select app_published_districts())::uuid[])
        or level = 'province' and place_id in (select d.province_id from places d where d.id = any((select app_published_districts())::uuid[]))
        or level = 'nation' and (select cardinality(app_published_districts())) > 0));