CREATE TABLE IF NOT EXISTS "__EFMigrationsHistory" (
    "MigrationId" TEXT NOT NULL CONSTRAINT "PK___EFMigrationsHistory" PRIMARY KEY,
    "ProductVersion" TEXT NOT NULL
);

BEGIN TRANSACTION;
CREATE TABLE "aliases" (
    "Asked" TEXT NOT NULL CONSTRAINT "PK_aliases" PRIMARY KEY,
    "Key" TEXT NOT NULL
);

CREATE TABLE "pages" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_pages" PRIMARY KEY AUTOINCREMENT,
    "Key" TEXT NOT NULL,
    "Hash" TEXT NOT NULL,
    "Prefix" TEXT NOT NULL,
    "Language" TEXT NOT NULL,
    "Title" TEXT NOT NULL,
    "Address" TEXT NOT NULL,
    "Revision" INTEGER NOT NULL,
    "RevisionTime" TEXT NULL,
    "FetchedAt" TEXT NOT NULL,
    "LatestAt" TEXT NULL,
    "Features" TEXT NOT NULL,
    "References" TEXT NOT NULL
);

CREATE TABLE "assessments" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_assessments" PRIMARY KEY AUTOINCREMENT,
    "PageId" INTEGER NOT NULL,
    "Ruleset" TEXT NOT NULL,
    "Model" TEXT NOT NULL,
    "Catalogue" TEXT NOT NULL,
    "Scorer" TEXT NOT NULL,
    "IsDefault" INTEGER NOT NULL,
    "Score" REAL NULL,
    "Band" TEXT NOT NULL,
    "Confidence" REAL NOT NULL,
    "Body" BLOB NOT NULL,
    CONSTRAINT "FK_assessments_pages_PageId" FOREIGN KEY ("PageId") REFERENCES "pages" ("Id") ON DELETE CASCADE
);

CREATE UNIQUE INDEX "IX_assessments_PageId_Ruleset_Model_Catalogue_Scorer" ON "assessments" ("PageId", "Ruleset", "Model", "Catalogue", "Scorer");

CREATE INDEX "IX_pages_Key" ON "pages" ("Key");

CREATE UNIQUE INDEX "IX_pages_Language_Revision" ON "pages" ("Language", "Revision");

CREATE INDEX "IX_pages_Prefix" ON "pages" ("Prefix");

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261122183907_Start', '10.0.12');

COMMIT;

BEGIN TRANSACTION;
CREATE TABLE "ef_temp_pages" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_pages" PRIMARY KEY AUTOINCREMENT,
    "Address" TEXT NOT NULL,
    "Features" TEXT NOT NULL,
    "FetchedAt" TEXT NOT NULL,
    "Hash" TEXT NOT NULL,
    "Key" TEXT NOT NULL,
    "Language" TEXT NULL,
    "LatestAt" TEXT NULL,
    "Prefix" TEXT NOT NULL,
    "References" TEXT NOT NULL,
    "Revision" INTEGER NULL,
    "RevisionTime" TEXT NULL,
    "Title" TEXT NOT NULL
);

INSERT INTO "ef_temp_pages" ("Id", "Address", "Features", "FetchedAt", "Hash", "Key", "Language", "LatestAt", "Prefix", "References", "Revision", "RevisionTime", "Title")
SELECT "Id", "Address", "Features", "FetchedAt", "Hash", "Key", "Language", "LatestAt", "Prefix", "References", "Revision", "RevisionTime", "Title"
FROM "pages";

COMMIT;

PRAGMA foreign_keys = 0;

BEGIN TRANSACTION;
DROP TABLE "pages";

ALTER TABLE "ef_temp_pages" RENAME TO "pages";

COMMIT;

PRAGMA foreign_keys = 1;

BEGIN TRANSACTION;
CREATE INDEX "IX_pages_Key" ON "pages" ("Key");

CREATE UNIQUE INDEX "IX_pages_Language_Revision" ON "pages" ("Language", "Revision");

CREATE INDEX "IX_pages_Prefix" ON "pages" ("Prefix");

COMMIT;

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261122212500_Videos', '10.0.12');

BEGIN TRANSACTION;
ALTER TABLE "pages" ADD "Provenance" TEXT NOT NULL DEFAULT 'fetched';

CREATE TABLE "contributions" (
    "Receipt" TEXT NOT NULL CONSTRAINT "PK_contributions" PRIMARY KEY,
    "PageId" INTEGER NOT NULL,
    CONSTRAINT "FK_contributions_pages_PageId" FOREIGN KEY ("PageId") REFERENCES "pages" ("Id") ON DELETE CASCADE
);

CREATE INDEX "IX_contributions_PageId" ON "contributions" ("PageId");

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261123014500_Contributions', '10.0.12');

COMMIT;

BEGIN TRANSACTION;
ALTER TABLE "pages" ADD "Sources" BLOB NULL;

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261123023000_Sources', '10.0.12');

COMMIT;

BEGIN TRANSACTION;
DROP INDEX "IX_pages_Key";

CREATE TABLE "digests" (
    "AssessmentId" INTEGER NOT NULL CONSTRAINT "PK_digests" PRIMARY KEY,
    "Json" BLOB NOT NULL,
    CONSTRAINT "FK_digests_assessments_AssessmentId" FOREIGN KEY ("AssessmentId") REFERENCES "assessments" ("Id") ON DELETE CASCADE
);

CREATE INDEX "IX_pages_Key_Provenance" ON "pages" ("Key", "Provenance");

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261123050500_Digests', '10.0.12');

COMMIT;

BEGIN TRANSACTION;
CREATE TABLE "source_checks" (
    "PageId" INTEGER NOT NULL CONSTRAINT "PK_source_checks" PRIMARY KEY,
    "Catalogue" TEXT NOT NULL
);

CREATE TABLE "source_keys" (
    "Key" INTEGER NOT NULL,
    "PageId" INTEGER NOT NULL,
    CONSTRAINT "PK_source_keys" PRIMARY KEY ("Key", "PageId")
);

CREATE INDEX "IX_source_checks_Catalogue" ON "source_checks" ("Catalogue");

CREATE INDEX "IX_source_keys_PageId" ON "source_keys" ("PageId");

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261123081729_SourceKeys', '10.0.12');

COMMIT;
