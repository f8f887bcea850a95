using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CredScore.Api.Storage.Migrations
{
    /// <summary>How a page came to be stored, and who may take it out of the dataset again. What is stored so far was only opened.</summary>
    public partial class Contributions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Provenance",
                table: "pages",
                type: "TEXT",
                maxLength: 20,
                nullable: false,
                defaultValue: "fetched");

            migrationBuilder.CreateTable(
                name: "contributions",
                columns: table => new
                {
                    Receipt = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    PageId = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_contributions", x => x.Receipt);
                    table.ForeignKey(
                        name: "FK_contributions_pages_PageId",
                        column: x => x.PageId,
                        principalTable: "pages",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_contributions_PageId",
                table: "contributions",
                column: "PageId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "contributions");

            migrationBuilder.DropColumn(
                name: "Provenance",
                table: "pages");
        }
    }
}
