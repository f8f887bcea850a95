CREATE TABLE IF NOT EXISTS "__AlternativeMigrations" (
    "MigrationId" TEXT NOT NULL CONSTRAINT "PK___AlternativeMigrations" PRIMARY KEY,
    "ProductVersion" TEXT NOT NULL
);

BEGIN TRANSACTION;
CREATE TABLE "alternative_marks" (
    "Receipt" TEXT NOT NULL CONSTRAINT "PK_alternative_marks" PRIMARY KEY,
    "Topic" TEXT NOT NULL,
    "Url" TEXT NOT NULL,
    "Reason" TEXT NULL
);

CREATE TABLE "publisher_answers" (
    "Question" TEXT NOT NULL CONSTRAINT "PK_publisher_answers" PRIMARY KEY,
    "KeepUntil" TEXT NOT NULL,
    "Json" BLOB NOT NULL
);

CREATE INDEX "IX_alternative_marks_Topic_Url" ON "alternative_marks" ("Topic", "Url");

CREATE INDEX "IX_publisher_answers_KeepUntil" ON "publisher_answers" ("KeepUntil");

INSERT INTO "__AlternativeMigrations" ("MigrationId", "ProductVersion")
VALUES ('20261123081723_Alternatives', '10.0.12');

COMMIT;
