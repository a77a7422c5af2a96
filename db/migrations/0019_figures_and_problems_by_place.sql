CREATE INDEX "population_figures_village" ON "population_figures" USING btree ("village_id","kind") WHERE village_id is not null;--> statement-breakpoint
CREATE INDEX "population_figures_facility" ON "population_figures" USING btree ("facility_id") WHERE facility_id is not null;--> statement-breakpoint
CREATE INDEX "population_figures_of_district" ON "population_figures" USING btree ("district_id") WHERE village_id is null and facility_id is null;--> statement-breakpoint
CREATE INDEX "problems_district" ON "problems" USING btree ("district_id");