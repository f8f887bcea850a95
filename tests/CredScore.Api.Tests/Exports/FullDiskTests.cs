using System.Diagnostics;
using System.Globalization;
using CredScore.Api.Tests.Support;

namespace CredScore.Api.Tests.Exports;

/// <summary>Exports on a disk of their own, a few kilobytes large. Who runs the tests must be allowed to mount one; else they are skipped with the reason.</summary>
internal sealed class FullDiskTests : ResearcherTests
{
    private const int Block = 4096;
    private const int Roomy = 2000 * Block;

    private string _disk = null!;

    [SetUp]
    public void Mount_a_disk()
    {
        _disk = Directory.CreateTempSubdirectory("credscore-disk-").FullName;

        if (!OperatingSystem.IsLinux() || !Run("mount", "-t", "tmpfs", "-o", SizeOf(Roomy), "tmpfs", _disk))
        {
            Directory.Delete(_disk);
            Assert.Ignore("No disk can be mounted here.");
        }

        Api.With("Exports:Directory", _disk);
    }

    [TearDown]
    public void Take_the_disk_away()
    {
        if (Directory.Exists(_disk))
        {
            Run("umount", "--lazy", _disk);
            Directory.Delete(_disk);
        }
    }

    [TestCase("csv")]
    [TestCase("parquet")]
    public async Task Leaves_nothing_half_written_when_it_fills_up_in_the_midst(string format)
    {
        await FillAsync();
        using var researcher = await ResearcherAsync();
        var whole = await ExportAsync(researcher, new { format });
        var folder = Directory.GetDirectories(_disk).Single();
        var (table, package) = (new FileInfo(Path.Combine(folder, $"pages.{format}")).Length, new FileInfo(Path.Combine(folder, "package.zip")).Length);
        using var deleted = await researcher.DeleteAsync(new Uri($"/v1/exports/{(string)whole["id"]!}", UriKind.Relative));

        // Room for what describes an export, and for half of the table; then for the table and half of its package.
        await AssertFailsAsync(researcher, format, (3 * Block) + (table / 2));
        await AssertFailsAsync(researcher, format, (6 * Block) + table + (package / 2));

        Resize(Roomy);
        Assert.That((string?)(await ExportAsync(researcher, new { format }))["sha256"], Is.EqualTo((string?)whole["sha256"]));
    }

    private async Task AssertFailsAsync(HttpClient researcher, string format, long room)
    {
        Resize(room);
        var failed = await ExportAsync(researcher, new { format });

        Assert.Multiple(() =>
        {
            Assert.That((string?)failed["state"], Is.EqualTo("failed"), failed.ToJsonString());
            Assert.That((string?)failed["error"], Does.Contain("full").And.Contain("Nothing half-written was left"));
            Assert.That(Directory.GetFiles(_disk, "*", SearchOption.AllDirectories).Select(Path.GetFileName), Is.All.EqualTo("export.json"));
        });
    }

    private void Resize(long bytes) => Assert.That(Run("mount", "-o", $"remount,{SizeOf(bytes)}", _disk));

    private static string SizeOf(long bytes) => string.Create(CultureInfo.InvariantCulture, $"size={bytes}");

    private static bool Run(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
