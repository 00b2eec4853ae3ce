CREATE TABLE "rental_offers" (
	"hash" text PRIMARY KEY NOT NULL,
	"ord" bigint GENERATED ALWAYS AS IDENTITY (sequence name "rental_offers_ord_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"owner" text NOT NULL,
	"collection" text NOT NULL,
	"token_id" numeric(78, 0) NOT NULL,
	"currency" text NOT NULL,
	"price_per_day" numeric(78, 0) NOT NULL,
	"min_days" integer NOT NULL,
	"max_days" integer NOT NULL,
	"renter" text NOT NULL,
	"start" numeric(78, 0) NOT NULL,
	"end" numeric(78, 0) NOT NULL,
	"last_expiry" numeric(78, 0) NOT NULL,
	"max_fee_bps" integer NOT NULL,
	"max_royalty_bps" integer NOT NULL,
	"nonce" numeric(78, 0) NOT NULL,
	"lane" numeric(78, 0) NOT NULL,
	"epoch" numeric(78, 0) NOT NULL,
	"bit" smallint NOT NULL,
	"signature" text NOT NULL,
	"signed_by" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"state" text NOT NULL,
	"reason" text,
	"detail" text,
	"checked_block" bigint NOT NULL,
	"dirty" boolean DEFAULT false NOT NULL,
	"marks" integer DEFAULT 0 NOT NULL,
	"fee_bps" integer NOT NULL,
	"royalty" numeric(78, 0) NOT NULL,
	"royalty_receiver" text,
	"user" text,
	"user_until" bigint,
	"closed_block" bigint,
	"closed_tx" text,
	CONSTRAINT "rental_offers_ord_unique" UNIQUE("ord")
);
--> statement-breakpoint
CREATE TABLE "rental_payments" (
	"block" bigint NOT NULL,
	"log_index" integer NOT NULL,
	"tenancy" bigint NOT NULL,
	"offer_hash" text NOT NULL,
	"renter" text NOT NULL,
	"start" bigint NOT NULL,
	"expires" bigint NOT NULL,
	"currency" text NOT NULL,
	"price" numeric(78, 0) NOT NULL,
	"fee" numeric(78, 0) NOT NULL,
	"royalty" numeric(78, 0) NOT NULL,
	"royalty_receiver" text,
	"at" timestamp (3) with time zone NOT NULL,
	"tx" text NOT NULL,
	CONSTRAINT "rental_payments_block_log_index_pk" PRIMARY KEY("block","log_index")
);
--> statement-breakpoint
CREATE TABLE "rental_slots" (
	"owner" text NOT NULL,
	"collection" text NOT NULL,
	"token_id" numeric(78, 0) NOT NULL,
	"lane" numeric(78, 0) NOT NULL,
	"bit" smallint NOT NULL,
	CONSTRAINT "rental_slots_owner_collection_token_id_pk" PRIMARY KEY("owner","collection","token_id"),
	CONSTRAINT "rental_slots_bit" UNIQUE("owner","lane","bit")
);
--> statement-breakpoint
CREATE TABLE "tenancies" (
	"ord" bigint PRIMARY KEY NOT NULL,
	"collection" text NOT NULL,
	"token_id" numeric(78, 0) NOT NULL,
	"owner" text NOT NULL,
	"renter" text NOT NULL,
	"user" text NOT NULL,
	"start" bigint NOT NULL,
	"expires" bigint NOT NULL,
	"ended_at" bigint,
	"held" boolean NOT NULL,
	"told_expiry" bigint
);
--> statement-breakpoint
ALTER TABLE "index_state" ADD COLUMN "rentals" text;--> statement-breakpoint
ALTER TABLE "rental_payments" ADD CONSTRAINT "rental_payments_tenancy_tenancies_ord_fk" FOREIGN KEY ("tenancy") REFERENCES "public"."tenancies"("ord") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "rental_offers_token" ON "rental_offers" USING btree ("collection","token_id","ord");--> statement-breakpoint
CREATE INDEX "rental_offers_owner" ON "rental_offers" USING btree ("owner","ord");--> statement-breakpoint
CREATE INDEX "rental_offers_state" ON "rental_offers" USING btree ("state","ord");--> statement-breakpoint
CREATE INDEX "rental_offers_price" ON "rental_offers" USING btree ("price_per_day","ord");--> statement-breakpoint
CREATE INDEX "rental_offers_dirty" ON "rental_offers" USING btree ("ord") WHERE "rental_offers"."dirty" and "rental_offers"."closed_block" is null;--> statement-breakpoint
CREATE INDEX "rental_offers_end" ON "rental_offers" USING btree ("end") WHERE "rental_offers"."state" in ('pending', 'active', 'inactive');--> statement-breakpoint
CREATE INDEX "rental_offers_lane" ON "rental_offers" USING btree ("owner","lane");--> statement-breakpoint
CREATE INDEX "rental_offers_closed" ON "rental_offers" USING btree ("closed_block");--> statement-breakpoint
CREATE INDEX "rental_payments_tenancy" ON "rental_payments" USING btree ("tenancy","block","log_index");--> statement-breakpoint
CREATE INDEX "tenancies_token" ON "tenancies" USING btree ("collection","token_id","ord");--> statement-breakpoint
CREATE INDEX "tenancies_user" ON "tenancies" USING btree ("user","ord");--> statement-breakpoint
CREATE INDEX "tenancies_owner" ON "tenancies" USING btree ("owner","ord");--> statement-breakpoint
CREATE INDEX "tenancies_renter" ON "tenancies" USING btree ("renter","ord");--> statement-breakpoint
CREATE INDEX "tenancies_untold" ON "tenancies" USING btree ("expires") WHERE "tenancies"."ended_at" is null and "tenancies"."told_expiry" is distinct from "tenancies"."expires";