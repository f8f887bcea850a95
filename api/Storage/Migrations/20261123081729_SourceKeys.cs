using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CredScore.Api.Storage.Migrations
{
    /// <inheritdoc />
    public partial class SourceKeys : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "source_checks",
                columns: table => new
                {
                    PageId = table.Column<int>(type: "INTEGER", nullable: false),
                    Catalogue = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_source_checks", x => x.PageId);
                });

            migrationBuilder.CreateTable(
                name: "source_keys",
                columns: table => new
                {
                    Key = table.Column<long>(type: "INTEGER", nullable: false),
                    PageId = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_source_keys", x => new { x.Key, x.PageId });
                });

            migrationBuilder.CreateIndex(
                name: "IX_source_checks_Catalogue",
                table: "source_checks",
                column: "Catalogue");

            migrationBuilder.CreateIndex(
                name: "IX_source_keys_PageId",
                table: "source_keys",
                column: "PageId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "source_checks");

            migrationBuilder.DropTable(
                name: "source_keys");
        }
    }
}
