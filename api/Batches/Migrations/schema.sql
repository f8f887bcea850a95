CREATE TABLE IF NOT EXISTS "__BatchMigrations" (
    "MigrationId" TEXT NOT NULL CONSTRAINT "PK___BatchMigrations" PRIMARY KEY,
    "ProductVersion" TEXT NOT NULL
);

BEGIN TRANSACTION;
CREATE TABLE "batches" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_batches" PRIMARY KEY AUTOINCREMENT,
    "OwnerId" TEXT NOT NULL,
    "Name" TEXT NOT NULL,
    "CreatedAt" TEXT NOT NULL,
    "Ruleset" TEXT NULL,
    "Revisions" TEXT NOT NULL,
    "AsOf" TEXT NULL,
    "State" TEXT NOT NULL,
    "Source" TEXT NOT NULL,
    "Gathering" TEXT NULL,
    "Note" TEXT NULL,
    "Rows" INTEGER NOT NULL,
    "Scored" INTEGER NOT NULL,
    "NotScorable" INTEGER NOT NULL,
    "Missing" INTEGER NOT NULL,
    "Failed" INTEGER NOT NULL,
    "Duplicates" INTEGER NOT NULL,
    "StartedAt" TEXT NULL,
    "EndedAt" TEXT NULL,
    "Summary" TEXT NULL
);

CREATE TABLE "batch_rows" (
    "BatchId" INTEGER NOT NULL,
    "Number" INTEGER NOT NULL,
    "Asked" TEXT NOT NULL,
    "Key" TEXT NULL,
    "Revision" INTEGER NULL,
    "Site" TEXT NULL,
    "State" TEXT NOT NULL,
    "Reason" TEXT NULL,
    "Detail" TEXT NULL,
    "PageId" INTEGER NULL,
    "AssessmentId" INTEGER NULL,
    "Score" REAL NULL,
    "Band" TEXT NULL,
    "SameAs" INTEGER NULL,
    "Attempts" INTEGER NOT NULL,
    "NextAt" INTEGER NOT NULL,
    "EndedAt" TEXT NULL,
    CONSTRAINT "PK_batch_rows" PRIMARY KEY ("BatchId", "Number"),
    CONSTRAINT "FK_batch_rows_batches_BatchId" FOREIGN KEY ("BatchId") REFERENCES "batches" ("Id") ON DELETE CASCADE
);

CREATE INDEX "IX_batch_rows_BatchId_Key" ON "batch_rows" ("BatchId", "Key");

CREATE INDEX "IX_batch_rows_BatchId_State_Number" ON "batch_rows" ("BatchId", "State", "Number");

CREATE UNIQUE INDEX "IX_batch_rows_page" ON "batch_rows" ("BatchId", "PageId") WHERE "State" = 'scored';

CREATE INDEX "IX_batch_rows_waiting" ON "batch_rows" ("BatchId", "Site", "NextAt", "Number") WHERE "State" = 'waiting';

CREATE INDEX "IX_batches_OwnerId" ON "batches" ("OwnerId");

INSERT INTO "__BatchMigrations" ("MigrationId", "ProductVersion")
VALUES ('20261123045633_Batches', '10.0.12');

COMMIT;
