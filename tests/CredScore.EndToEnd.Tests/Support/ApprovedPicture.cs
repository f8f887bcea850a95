using System.Globalization;
using System.Text.Json;
using Microsoft.Playwright;

namespace CredScore.EndToEnd.Tests.Support;

/// <summary>Pictures that somebody has looked at and approved, compared by the browser itself. With APPROVE=1 in the environment they are written anew; look at them before they are checked in.</summary>
internal static class ApprovedPicture
{
    /// <summary>Pixels that may differ, as a share: edges of letters are drawn a little otherwise from run to run.</summary>
    private const double Tolerance = 0.01;

    // Widths of words tell which fonts a machine has: where they are others, no picture can be the same.
    private const string Fonts = """
        () => {
          const context = document.createElement("canvas").getContext("2d");
          return ["system-ui", "sans-serif", "serif"].map(family => {
            context.font = `40px ${family}`;
            return Math.round(context.measureText("Credible sources 0123456789 مصادر").width);
          }).join();
        }
        """;

    private const string Difference = """
        async ([before, after]) => {
          const read = async data => {
            const image = new Image();
            image.src = `data:image/png;base64,${data}`;
            await image.decode();
            const canvas = new OffscreenCanvas(image.width, image.height);
            const context = canvas.getContext("2d");
            context.drawImage(image, 0, 0);
            return context.getImageData(0, 0, image.width, image.height);
          };
          const [a, b] = [await read(before), await read(after)];
          if (a.width !== b.width || a.height !== b.height) return `${a.width} × ${a.height} has become ${b.width} × ${b.height}`;
          let count = 0;
          for (let index = 0; index < a.data.length; index += 4) {
            if ([0, 1, 2].some(part => Math.abs(a.data[index + part] - b.data[index + part]) > 40)) count++;
          }
          return String(count / (a.width * a.height));
        }
        """;

    public static string Folder { get; } = Path.Combine(Repository.Root, "tests", "CredScore.EndToEnd.Tests", "Approved");

    public static bool IsApproving { get; } = Environment.GetEnvironmentVariable("APPROVE") == "1";

    /// <param name="tab">What is shown.</param>
    /// <param name="name">Name of the picture.</param>
    /// <param name="clip">The part of the window that is compared.</param>
    /// <param name="empty">A page without any policy of a site, in which pictures can be compared.</param>
    public static async Task MatchAsync(IPage tab, string name, Clip clip, IPage empty)
    {
        var file = Path.Combine(Folder, $"{name}.png");
        var fontsFile = Path.Combine(Folder, "fonts.json");
        var now = await tab.ScreenshotAsync(new() { Clip = clip, Animations = ScreenshotAnimations.Disabled, Caret = ScreenshotCaret.Hide });
        var fonts = await empty.EvaluateAsync<string>(Fonts);

        if (IsApproving)
        {
            await File.WriteAllBytesAsync(file, now);
            await File.WriteAllTextAsync(fontsFile, JsonSerializer.Serialize(fonts) + "\n");
        }

        if (JsonSerializer.Deserialize<string>(await File.ReadAllTextAsync(fontsFile)) is var approved && approved != fonts)
        {
            Assert.Ignore($"This machine has other fonts than the one on which the pictures were approved ({fonts} for {approved}).");
        }

        var difference = await empty.EvaluateAsync<string>(Difference, new[] { Convert.ToBase64String(await File.ReadAllBytesAsync(file)), Convert.ToBase64String(now) });

        if (!double.TryParse(difference, CultureInfo.InvariantCulture, out var share) || share > Tolerance)
        {
            var actual = Path.Combine(Path.GetTempPath(), $"credscore-{name}.png");
            await File.WriteAllBytesAsync(actual, now);
            Assert.Fail($"{name}.png: {difference} of its pixels have changed. What is shown now lies in {actual}; if it is right, run this test with APPROVE=1.");
        }
    }
}
