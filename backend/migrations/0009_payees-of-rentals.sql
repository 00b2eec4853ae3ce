-- Who was paid is kept of each payment, too. The index makes its rows again, from the chain's first block on, when it finds that it
-- kept less.
DELETE FROM "rental_payments";--> statement-breakpoint
ALTER TABLE "rental_payments" ADD COLUMN "owner" text NOT NULL;--> statement-breakpoint
CREATE INDEX "rental_payments_owner" ON "rental_payments" USING btree ("owner");--> statement-breakpoint
CREATE INDEX "rental_payments_renter" ON "rental_payments" USING btree ("renter");