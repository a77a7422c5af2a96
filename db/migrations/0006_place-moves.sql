CREATE TABLE "place_moves" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"place_id" uuid NOT NULL,
	"from_district_id" uuid NOT NULL,
	"to_district_id" uuid NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "place_moves" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "place_moves" ADD CONSTRAINT "place_moves_place_id_places_id_fk" FOREIGN KEY ("place_id") REFERENCES "public"."places"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "place_moves_place" ON "place_moves" USING btree ("place_id");--> statement-breakpoint
CREATE POLICY "held_changes_national" ON "held_changes" AS PERMISSIVE FOR ALL TO "connect_app" USING (district_id is null and ((select app_admin()) or (select app_national_writer()))) WITH CHECK (district_id is null and ((select app_admin()) or (select app_national_writer())));--> statement-breakpoint
CREATE POLICY "place_moves_read" ON "place_moves" AS PERMISSIVE FOR SELECT TO "connect_app" USING (true);--> statement-breakpoint
CREATE POLICY "place_moves_write" ON "place_moves" AS PERMISSIVE FOR ALL TO "connect_app" USING ((select app_admin())) WITH CHECK ((select app_admin()));