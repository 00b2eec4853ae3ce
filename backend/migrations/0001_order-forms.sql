-- The market signs another type of order than before, and its contract is a new one. What was signed for the former type can never
-- be filled by it: those orders go, with the nonces that were handed out for them and the prices that they set. The former market's
-- sales go as well; the index makes the sales of the market that it follows from that one's events. The event log keeps what was told.
DELETE FROM "orders";--> statement-breakpoint
DELETE FROM "order_slots";--> statement-breakpoint
DELETE FROM "lanes";--> statement-breakpoint
DELETE FROM "sales";--> statement-breakpoint
UPDATE "assets" SET "listing_hash" = null, "listing_price" = null, "listing_currency" = null, "listing_end" = null, "offer_hash" = null, "offer_price" = null, "offer_currency" = null, "sale_price" = null, "sale_currency" = null, "sale_at" = null;--> statement-breakpoint
CREATE TABLE "order_items" (
	"hash" text NOT NULL,
	"place" smallint NOT NULL,
	"collection" text NOT NULL,
	"token_id" numeric(78, 0) NOT NULL,
	"quantity" numeric(78, 0) NOT NULL,
	CONSTRAINT "order_items_hash_place_pk" PRIMARY KEY("hash","place")
);
--> statement-breakpoint
CREATE TABLE "royalty_payments" (
	"block" bigint NOT NULL,
	"log_index" integer NOT NULL,
	"place" smallint NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"order_hash" text NOT NULL,
	"receiver" text NOT NULL,
	"currency" text NOT NULL,
	"amount" numeric(78, 0) NOT NULL,
	CONSTRAINT "royalty_payments_block_log_index_place_pk" PRIMARY KEY("block","log_index","place")
);
--> statement-breakpoint
CREATE TABLE "trait_tokens" (
	"root" text NOT NULL,
	"token_id" numeric(78, 0) NOT NULL,
	CONSTRAINT "trait_tokens_root_token_id_pk" PRIMARY KEY("root","token_id")
);
--> statement-breakpoint
ALTER TABLE "sales" DROP CONSTRAINT "sales_block_log_index_pk";--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "form" text DEFAULT 'order' NOT NULL;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "quantity" numeric(78, 0) DEFAULT '0' NOT NULL;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "end_price" numeric(78, 0) NOT NULL;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "items" jsonb;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "trait_root" text;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "trait_height" smallint;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "state_source" text;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "state_value" text;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "voucher" jsonb;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "signed_by" text DEFAULT 'key' NOT NULL;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "filled" numeric(78, 0) DEFAULT '0' NOT NULL;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "available" numeric(78, 0) DEFAULT '0' NOT NULL;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "quoted_price" numeric(78, 0) DEFAULT '0' NOT NULL;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "royalties" jsonb;--> statement-breakpoint
ALTER TABLE "sales" ADD COLUMN "item" smallint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "sales" ADD CONSTRAINT "sales_block_log_index_item_pk" PRIMARY KEY("block","log_index","item");--> statement-breakpoint
ALTER TABLE "sales" ADD COLUMN "maker" text NOT NULL;--> statement-breakpoint
ALTER TABLE "sales" ADD COLUMN "nonce" numeric(78, 0) NOT NULL;--> statement-breakpoint
ALTER TABLE "sales" ADD COLUMN "filled" numeric(78, 0);--> statement-breakpoint
ALTER TABLE "sales" ADD COLUMN "quantity" numeric(78, 0) DEFAULT '0' NOT NULL;--> statement-breakpoint
ALTER TABLE "order_items" ADD CONSTRAINT "order_items_hash_orders_hash_fk" FOREIGN KEY ("hash") REFERENCES "public"."orders"("hash") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "order_items_asset" ON "order_items" USING btree ("collection","token_id");--> statement-breakpoint
CREATE INDEX "royalty_payments_receiver" ON "royalty_payments" USING btree ("receiver");--> statement-breakpoint
CREATE INDEX "trait_tokens_token" ON "trait_tokens" USING btree ("token_id");--> statement-breakpoint
CREATE INDEX "orders_trait" ON "orders" USING btree ("trait_root") WHERE "orders"."trait_root" is not null;--> statement-breakpoint
CREATE INDEX "orders_moving" ON "orders" USING btree ("ord") WHERE "orders"."price" <> "orders"."end_price" and "orders"."state" = 'active';--> statement-breakpoint
CREATE INDEX "sales_nonce" ON "sales" USING btree ("maker","nonce");