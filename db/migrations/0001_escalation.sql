CREATE TABLE "escalation_settings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" uuid NOT NULL,
	"deleted_at" timestamp with time zone,
	"from_date" date NOT NULL,
	"health_centre_days" integer NOT NULL,
	"governor_days" integer NOT NULL,
	CONSTRAINT "escalation_settings_order" CHECK ("escalation_settings"."health_centre_days" between 1 and "escalation_settings"."governor_days" and "escalation_settings"."governor_days" <= 365)
);
--> statement-breakpoint
ALTER TABLE "escalation_settings" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY "escalation_settings_read" ON "escalation_settings" AS PERMISSIVE FOR SELECT TO "connect_app" USING (true);--> statement-breakpoint
CREATE POLICY "escalation_settings_write" ON "escalation_settings" AS PERMISSIVE FOR ALL TO "connect_app" USING ((select app_admin()) or (select app_national_writer())) WITH CHECK ((select app_admin()) or (select app_national_writer()));