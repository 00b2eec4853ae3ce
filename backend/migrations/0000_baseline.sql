create extension if not exists pg_trgm;
--> statement-breakpoint
CREATE TABLE "sessions" (
	"secret_hash" char(64) PRIMARY KEY NOT NULL,
	"address" char(42) NOT NULL,
	"csrf" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sign_in_nonces" (
	"nonce" text PRIMARY KEY NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "generations" (
	"id" text PRIMARY KEY NOT NULL,
	"state" text NOT NULL,
	"kind" text NOT NULL,
	"plan" jsonb NOT NULL,
	"sealed" text NOT NULL,
	"engine_name" text NOT NULL,
	"engine_version" text NOT NULL,
	"requester" text,
	"error_code" text,
	"error_detail" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"finished_at" timestamp (3) with time zone,
	"minted_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "personas" (
	"id" text PRIMARY KEY NOT NULL,
	"card" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "variations" (
	"generation_id" text NOT NULL,
	"index" integer NOT NULL,
	"seed" text NOT NULL,
	"state" text NOT NULL,
	"progress" integer DEFAULT 0 NOT NULL,
	"stage" text,
	"milliseconds" integer,
	"folder" text,
	"cid" text,
	"thumbnail_cid" text,
	"bytes" integer,
	"width" integer,
	"height" integer,
	"sha256" text,
	"render_sha256" text,
	"fingerprint" text,
	"fingerprint_quality" integer,
	"palette" jsonb,
	"metrics" jsonb,
	"nearest_asset" text,
	"nearest_distance" integer,
	"error_code" text,
	"error_detail" text,
	CONSTRAINT "variations_generation_id_index_pk" PRIMARY KEY("generation_id","index")
);
--> statement-breakpoint
CREATE TABLE "lanes" (
	"maker" text PRIMARY KEY NOT NULL,
	"lane" numeric(78, 0) NOT NULL,
	"next_bit" smallint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "order_slots" (
	"maker" text NOT NULL,
	"kind" smallint NOT NULL,
	"collection" text NOT NULL,
	"token_id" numeric(78, 0) NOT NULL,
	"lane" numeric(78, 0) NOT NULL,
	"bit" smallint NOT NULL,
	CONSTRAINT "order_slots_maker_kind_collection_token_id_pk" PRIMARY KEY("maker","kind","collection","token_id"),
	CONSTRAINT "order_slots_bit" UNIQUE("maker","lane","bit")
);
--> statement-breakpoint
CREATE TABLE "orders" (
	"hash" text PRIMARY KEY NOT NULL,
	"ord" bigint GENERATED ALWAYS AS IDENTITY (sequence name "orders_ord_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"kind" smallint NOT NULL,
	"maker" text NOT NULL,
	"taker" text NOT NULL,
	"collection" text NOT NULL,
	"token_id" numeric(78, 0) NOT NULL,
	"currency" text NOT NULL,
	"price" numeric(78, 0) NOT NULL,
	"start_time" numeric(78, 0) NOT NULL,
	"end_time" numeric(78, 0) NOT NULL,
	"max_fee_bps" integer NOT NULL,
	"max_royalty_bps" integer NOT NULL,
	"lane" numeric(78, 0) NOT NULL,
	"bit" smallint NOT NULL,
	"epoch" numeric(78, 0) NOT NULL,
	"signature" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"state" text NOT NULL,
	"reason" text,
	"detail" text,
	"tx" text,
	"checked_block" bigint NOT NULL,
	"dirty" boolean DEFAULT false NOT NULL,
	"marks" integer DEFAULT 0 NOT NULL,
	"owner" text,
	"fee_bps" integer NOT NULL,
	"royalty" numeric(78, 0) NOT NULL,
	"royalty_receiver" text,
	"closed_block" bigint,
	"closed_tx" text,
	"closed_by" text,
	CONSTRAINT "orders_ord_unique" UNIQUE("ord")
);
--> statement-breakpoint
CREATE TABLE "sales" (
	"block" bigint NOT NULL,
	"log_index" integer NOT NULL,
	"tx" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"order_hash" text NOT NULL,
	"collection" text NOT NULL,
	"token_id" numeric(78, 0) NOT NULL,
	"seller" text NOT NULL,
	"buyer" text NOT NULL,
	"currency" text NOT NULL,
	"price" numeric(78, 0) NOT NULL,
	"fee" numeric(78, 0) NOT NULL,
	"royalty" numeric(78, 0) NOT NULL,
	"royalty_receiver" text NOT NULL,
	CONSTRAINT "sales_block_log_index_pk" PRIMARY KEY("block","log_index")
);
--> statement-breakpoint
CREATE TABLE "mints" (
	"core_hash" text PRIMARY KEY NOT NULL,
	"request_key" text NOT NULL,
	"generation_id" text NOT NULL,
	"variation" integer NOT NULL,
	"chain_id" integer NOT NULL,
	"collection" text NOT NULL,
	"creator" text NOT NULL,
	"token_id" text NOT NULL,
	"core" jsonb NOT NULL,
	"presentation" jsonb NOT NULL,
	"royalty_bps" integer NOT NULL,
	"remix_bps" integer NOT NULL,
	"sealed_opening" text,
	"fingerprint" bit(256),
	"folder" text NOT NULL,
	"signature" text,
	"cid" text,
	"root" text,
	"bytes" integer,
	"files" jsonb,
	"created_at" timestamp (3) with time zone NOT NULL,
	"signed_at" timestamp (3) with time zone,
	CONSTRAINT "mints_request_key_unique" UNIQUE("request_key")
);
--> statement-breakpoint
CREATE TABLE "asset_contents" (
	"root" text PRIMARY KEY NOT NULL,
	"cid" text NOT NULL,
	"state" text NOT NULL,
	"problem" text,
	"attempts" integer DEFAULT 0 NOT NULL,
	"next_try_at" timestamp (3) with time zone NOT NULL,
	"metadata" jsonb,
	"envelope" jsonb,
	"files" jsonb,
	"palette" jsonb,
	"wording" text DEFAULT '' NOT NULL
);
--> statement-breakpoint
CREATE TABLE "assets" (
	"collection" text NOT NULL,
	"token_id" numeric(78, 0) NOT NULL,
	"id" text NOT NULL,
	"ord" bigint NOT NULL,
	"creator" text NOT NULL,
	"owner" text NOT NULL,
	"core_hash" text NOT NULL,
	"root" text NOT NULL,
	"prompt_commitment" text NOT NULL,
	"engine_hash" text NOT NULL,
	"disclosure" smallint NOT NULL,
	"royalty_receiver" text NOT NULL,
	"royalty_bps" integer NOT NULL,
	"remix_bps" integer NOT NULL,
	"policy" smallint NOT NULL,
	"parents" text[] DEFAULT '{}' NOT NULL,
	"frozen" boolean NOT NULL,
	"burned" boolean NOT NULL,
	"minted_at" timestamp (3) with time zone NOT NULL,
	"minted_tx" text NOT NULL,
	"content" text NOT NULL,
	"name" text DEFAULT '' NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"kind" text DEFAULT '' NOT NULL,
	"licence" text DEFAULT '' NOT NULL,
	"width" integer DEFAULT 0 NOT NULL,
	"height" integer DEFAULT 0 NOT NULL,
	"fingerprint" text,
	"image" text DEFAULT '' NOT NULL,
	"inputs" text[] DEFAULT '{}' NOT NULL,
	"traits" text[] DEFAULT '{}' NOT NULL,
	"search" "tsvector",
	"listing_hash" text,
	"listing_price" numeric(78, 0),
	"listing_currency" text,
	"listing_end" numeric(78, 0),
	"offer_hash" text,
	"offer_price" numeric(78, 0),
	"offer_currency" text,
	"sale_price" numeric(78, 0),
	"sale_currency" text,
	"sale_at" timestamp (3) with time zone,
	CONSTRAINT "assets_collection_token_id_pk" PRIMARY KEY("collection","token_id"),
	CONSTRAINT "assets_id_unique" UNIQUE("id"),
	CONSTRAINT "assets_ord_unique" UNIQUE("ord")
);
--> statement-breakpoint
CREATE TABLE "chain_events" (
	"block" bigint NOT NULL,
	"log_index" integer NOT NULL,
	"block_hash" text NOT NULL,
	"timestamp" bigint NOT NULL,
	"tx" text NOT NULL,
	"address" text NOT NULL,
	"topics" jsonb NOT NULL,
	"data" text NOT NULL,
	"token_id" numeric(78, 0),
	CONSTRAINT "chain_events_block_log_index_pk" PRIMARY KEY("block","log_index")
);
--> statement-breakpoint
CREATE TABLE "index_blocks" (
	"number" bigint PRIMARY KEY NOT NULL,
	"hash" text NOT NULL,
	"parent_hash" text NOT NULL,
	"timestamp" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "index_state" (
	"id" smallint PRIMARY KEY NOT NULL,
	"chain_id" integer NOT NULL,
	"genesis_hash" text NOT NULL,
	"market" text NOT NULL,
	"collection" text NOT NULL,
	"deployment_block" bigint NOT NULL,
	"block" bigint NOT NULL,
	"block_hash" text,
	"block_time" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "counters" (
	"name" text PRIMARY KEY NOT NULL,
	"value" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "event_log" (
	"seq" bigint PRIMARY KEY NOT NULL,
	"id" text NOT NULL,
	"type" text NOT NULL,
	"occurred_at" timestamp (3) with time zone NOT NULL,
	"asset" text,
	"accounts" text[] NOT NULL,
	"block" bigint,
	"block_hash" text,
	"tx" text,
	"log_index" integer,
	"data" jsonb NOT NULL,
	"retracted" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
ALTER TABLE "variations" ADD CONSTRAINT "variations_generation_id_generations_id_fk" FOREIGN KEY ("generation_id") REFERENCES "public"."generations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "sessions_expires_at" ON "sessions" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "generations_open" ON "generations" USING btree ("state","created_at");--> statement-breakpoint
CREATE INDEX "generations_requester" ON "generations" USING btree ("requester");--> statement-breakpoint
CREATE INDEX "generations_created" ON "generations" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "orders_asset" ON "orders" USING btree ("collection","token_id","state");--> statement-breakpoint
CREATE INDEX "orders_maker" ON "orders" USING btree ("maker","ord");--> statement-breakpoint
CREATE INDEX "orders_owner" ON "orders" USING btree ("owner","ord");--> statement-breakpoint
CREATE INDEX "orders_state" ON "orders" USING btree ("state","ord");--> statement-breakpoint
CREATE INDEX "orders_dirty" ON "orders" USING btree ("ord") WHERE "orders"."dirty" and "orders"."closed_by" is null;--> statement-breakpoint
CREATE INDEX "orders_end" ON "orders" USING btree ("end_time") WHERE "orders"."state" in ('pending', 'active', 'inactive');--> statement-breakpoint
CREATE INDEX "orders_start" ON "orders" USING btree ("start_time") WHERE "orders"."state" = 'pending';--> statement-breakpoint
CREATE INDEX "orders_paused" ON "orders" USING btree ("ord") WHERE "orders"."reason" = 'MARKET_PAUSED';--> statement-breakpoint
CREATE INDEX "orders_lane" ON "orders" USING btree ("maker","lane");--> statement-breakpoint
CREATE INDEX "orders_closed" ON "orders" USING btree ("closed_block");--> statement-breakpoint
CREATE INDEX "sales_asset" ON "sales" USING btree ("collection","token_id","block","log_index");--> statement-breakpoint
CREATE INDEX "sales_seller" ON "sales" USING btree ("seller");--> statement-breakpoint
CREATE INDEX "sales_buyer" ON "sales" USING btree ("buyer");--> statement-breakpoint
CREATE INDEX "sales_royalty" ON "sales" USING btree ("royalty_receiver");--> statement-breakpoint
CREATE INDEX "sales_order" ON "sales" USING btree ("order_hash");--> statement-breakpoint
CREATE INDEX "mints_creator" ON "mints" USING btree ("creator");--> statement-breakpoint
CREATE INDEX "mints_signed" ON "mints" USING btree ("signed_at");--> statement-breakpoint
CREATE INDEX "mints_token" ON "mints" USING btree ("token_id");--> statement-breakpoint
CREATE INDEX "asset_contents_due" ON "asset_contents" USING btree ("state","next_try_at");--> statement-breakpoint
CREATE INDEX "assets_owner" ON "assets" USING btree ("owner","ord");--> statement-breakpoint
CREATE INDEX "assets_creator" ON "assets" USING btree ("creator","ord");--> statement-breakpoint
CREATE INDEX "assets_kind" ON "assets" USING btree ("kind","ord");--> statement-breakpoint
CREATE INDEX "assets_root" ON "assets" USING btree ("root");--> statement-breakpoint
CREATE INDEX "assets_parents" ON "assets" USING gin ("parents");--> statement-breakpoint
CREATE INDEX "assets_inputs" ON "assets" USING gin ("inputs");--> statement-breakpoint
CREATE INDEX "assets_price" ON "assets" USING btree ("listing_price","ord");--> statement-breakpoint
CREATE INDEX "assets_traits" ON "assets" USING gin ("traits");--> statement-breakpoint
CREATE INDEX "assets_search" ON "assets" USING gin ("search");--> statement-breakpoint
CREATE INDEX "chain_events_token" ON "chain_events" USING btree ("token_id","block","log_index");--> statement-breakpoint
CREATE INDEX "event_log_asset" ON "event_log" USING btree ("asset","seq");--> statement-breakpoint
CREATE INDEX "event_log_accounts" ON "event_log" USING gin ("accounts");--> statement-breakpoint
CREATE INDEX "event_log_type" ON "event_log" USING btree ("type","seq");--> statement-breakpoint
CREATE INDEX "event_log_block" ON "event_log" USING btree ("block");
--> statement-breakpoint
INSERT INTO "counters" ("name", "value") VALUES ('event_log', 0), ('assets', 0) ON CONFLICT DO NOTHING;
