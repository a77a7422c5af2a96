CREATE TABLE "networks" (
	"id" uuid PRIMARY KEY NOT NULL,
	"district_id" uuid NOT NULL,
	"village_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" uuid NOT NULL,
	"deleted_at" timestamp with time zone,
	"name" text NOT NULL,
	"purpose" text NOT NULL,
	"channel" text NOT NULL,
	"administrators" jsonb NOT NULL,
	"size" integer,
	"last_active" date,
	"ended" date
);
--> statement-breakpoint
ALTER TABLE "networks" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "peer_links" (
	"id" uuid PRIMARY KEY NOT NULL,
	"district_id" uuid NOT NULL,
	"village_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" uuid NOT NULL,
	"deleted_at" timestamp with time zone,
	"guide_id" uuid NOT NULL,
	"theme" text NOT NULL,
	"since" date NOT NULL,
	"until" date,
	CONSTRAINT "peer_links_village_given" CHECK (village_id is not null and village_id <> guide_id)
);
--> statement-breakpoint
ALTER TABLE "peer_links" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "peer_visits" (
	"id" uuid PRIMARY KEY NOT NULL,
	"district_id" uuid NOT NULL,
	"village_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" uuid NOT NULL,
	"deleted_at" timestamp with time zone,
	"link_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"planned_date" date,
	"held_date" date,
	"people" integer
);
--> statement-breakpoint
ALTER TABLE "peer_visits" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "voice_words" (
	"voice_id" uuid PRIMARY KEY NOT NULL,
	"district_id" uuid NOT NULL,
	"village_id" uuid,
	"words" text NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"decided_at" timestamp with time zone,
	"decided_by" uuid,
	CONSTRAINT "voice_words_state" CHECK (state in ('waiting', 'passed', 'withheld')),
	CONSTRAINT "voice_words_length" CHECK (length(words) between 1 and 280)
);
--> statement-breakpoint
ALTER TABLE "voice_words" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "voices" (
	"id" uuid PRIMARY KEY NOT NULL,
	"district_id" uuid NOT NULL,
	"village_id" uuid,
	"share_id" uuid NOT NULL,
	"action_id" uuid NOT NULL,
	"done" boolean NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "voices" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "voice_words" ADD CONSTRAINT "voice_words_voice_id_voices_id_fk" FOREIGN KEY ("voice_id") REFERENCES "public"."voices"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "networks_district" ON "networks" USING btree ("district_id","village_id");--> statement-breakpoint
CREATE INDEX "peer_links_guide" ON "peer_links" USING btree ("guide_id");--> statement-breakpoint
CREATE INDEX "peer_links_district" ON "peer_links" USING btree ("district_id","village_id");--> statement-breakpoint
CREATE INDEX "peer_visits_link" ON "peer_visits" USING btree ("link_id");--> statement-breakpoint
CREATE INDEX "peer_visits_district" ON "peer_visits" USING btree ("district_id");--> statement-breakpoint
CREATE INDEX "voice_words_waiting" ON "voice_words" USING btree ("district_id","state","at");--> statement-breakpoint
CREATE INDEX "voices_action" ON "voices" USING btree ("action_id","at");--> statement-breakpoint
CREATE INDEX "voices_share" ON "voices" USING btree ("share_id","at");--> statement-breakpoint
CREATE INDEX "voices_district" ON "voices" USING btree ("district_id");--> statement-breakpoint
CREATE POLICY "networks_scope" ON "networks" AS PERMISSIVE FOR ALL TO "connect_app" USING (district_id = any((select app_districts())::uuid[]) or village_id = any((select app_villages())::uuid[])) WITH CHECK (district_id = any((select app_districts())::uuid[]) or village_id = any((select app_villages())::uuid[]));--> statement-breakpoint
CREATE POLICY "networks_nation" ON "networks" AS PERMISSIVE FOR SELECT TO "connect_app" USING ((select app_nation()));--> statement-breakpoint
CREATE POLICY "peer_links_scope" ON "peer_links" AS PERMISSIVE FOR ALL TO "connect_app" USING (district_id = any((select app_districts())::uuid[]) or village_id = any((select app_villages())::uuid[])) WITH CHECK (district_id = any((select app_districts())::uuid[]) or village_id = any((select app_villages())::uuid[]));--> statement-breakpoint
CREATE POLICY "peer_links_nation" ON "peer_links" AS PERMISSIVE FOR SELECT TO "connect_app" USING ((select app_nation()));--> statement-breakpoint
CREATE POLICY "peer_links_guide" ON "peer_links" AS PERMISSIVE FOR SELECT TO "connect_app" USING (guide_id = any((select app_villages())::uuid[]) or exists (select from places g where g.id = guide_id and g.district_id = any((select app_districts())::uuid[])));--> statement-breakpoint
CREATE POLICY "peer_visits_scope" ON "peer_visits" AS PERMISSIVE FOR ALL TO "connect_app" USING (district_id = any((select app_districts())::uuid[]) or village_id = any((select app_villages())::uuid[])) WITH CHECK (district_id = any((select app_districts())::uuid[]) or village_id = any((select app_villages())::uuid[]));--> statement-breakpoint
CREATE POLICY "peer_visits_nation" ON "peer_visits" AS PERMISSIVE FOR SELECT TO "connect_app" USING ((select app_nation()));--> statement-breakpoint
CREATE POLICY "peer_visits_guide" ON "peer_visits" AS PERMISSIVE FOR SELECT TO "connect_app" USING (link_id in (select id from peer_links));--> statement-breakpoint
CREATE POLICY "voice_words_scope" ON "voice_words" AS PERMISSIVE FOR SELECT TO "connect_app" USING (district_id = any((select app_districts())::uuid[]) or village_id = any((select app_villages())::uuid[]));--> statement-breakpoint
CREATE POLICY "voice_words_decided" ON "voice_words" AS PERMISSIVE FOR UPDATE TO "connect_app" USING (district_id = any((select app_districts())::uuid[]) or village_id = any((select app_villages())::uuid[])) WITH CHECK (district_id = any((select app_districts())::uuid[]) or village_id = any((select app_villages())::uuid[]));--> statement-breakpoint
CREATE POLICY "voice_words_nation" ON "voice_words" AS PERMISSIVE FOR SELECT TO "connect_app" USING ((select app_nation()) and state = 'passed');--> statement-breakpoint
CREATE POLICY "voices_scope" ON "voices" AS PERMISSIVE FOR SELECT TO "connect_app" USING (district_id = any((select app_districts())::uuid[]) or village_id = any((select app_villages())::uuid[]));--> statement-breakpoint
CREATE POLICY "voices_nation" ON "voices" AS PERMISSIVE FOR SELECT TO "connect_app" USING ((select app_nation()));