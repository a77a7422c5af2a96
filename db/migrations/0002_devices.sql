CREATE TABLE "quarantined_changes" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"change_id" uuid NOT NULL,
	"digest" text NOT NULL,
	"reason" text NOT NULL,
	"device_id" uuid,
	"author_id" uuid,
	"carrier_id" uuid NOT NULL,
	"change" jsonb NOT NULL,
	"received_at" timestamp with time zone DEFAULT now() NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"decided_at" timestamp with time zone,
	"decided_by" uuid,
	"why" text,
	CONSTRAINT "quarantined_changes_reason_known" CHECK ("quarantined_changes"."reason" in ('device_revoked', 'account_closed', 'unknown_device', 'unsigned', 'signature')),
	CONSTRAINT "quarantined_changes_state_known" CHECK ("quarantined_changes"."state" in ('open', 'released', 'discarded'))
);
--> statement-breakpoint
ALTER TABLE "quarantined_changes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "devices" ADD COLUMN "revoked_by" uuid;--> statement-breakpoint
ALTER TABLE "devices" ADD COLUMN "wiped_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "devices" ADD COLUMN "reported_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "devices" ADD COLUMN "waiting" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "devices" ADD COLUMN "photos" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "devices" ADD COLUMN "conflicts" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "devices" ADD COLUMN "rejects" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "device_id" uuid;--> statement-breakpoint
CREATE UNIQUE INDEX "quarantined_changes_once" ON "quarantined_changes" USING btree ("change_id","digest","reason");--> statement-breakpoint
CREATE INDEX "quarantined_changes_open" ON "quarantined_changes" USING btree ("received_at") WHERE state = 'open';--> statement-breakpoint
DROP POLICY "devices_changed" ON "devices" CASCADE;--> statement-breakpoint
CREATE POLICY "quarantined_changes_seen" ON "quarantined_changes" AS PERMISSIVE FOR SELECT TO "connect_app" USING ((select app_admin()));--> statement-breakpoint
CREATE POLICY "quarantined_changes_decided" ON "quarantined_changes" AS PERMISSIVE FOR UPDATE TO "connect_app" USING ((select app_admin())) WITH CHECK ((select app_admin()));