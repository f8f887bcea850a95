using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CredScore.Api.Storage.Migrations
{
    /// <summary>What tables show of an assessment, apart from the whole answer. Of what is stored so far it is read from that answer.</summary>
    public partial class Digests : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_pages_Key",
                table: "pages");

            migrationBuilder.CreateTable(
                name: "digests",
                columns: table => new
                {
                    AssessmentId = table.Column<int>(type: "INTEGER", nullable: false),
                    Json = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_digests", x => x.AssessmentId);
                    table.ForeignKey(
                        name: "FK_digests_assessments_AssessmentId",
                        column: x => x.AssessmentId,
                        principalTable: "assessments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_pages_Key_Provenance",
                table: "pages",
                columns: new[] { "Key", "Provenance" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "digests");

            migrationBuilder.DropIndex(
                name: "IX_pages_Key_Provenance",
                table: "pages");

            migrationBuilder.CreateIndex(
                name: "IX_pages_Key",
                table: "pages",
                column: "Key");
        }
    }
}
