namespace CredScore.Api.Accounts;

/// <summary>Tells whoever started the service how to become its first owner: on the terminal, never in the log.</summary>
internal static class FirstLink
{
    public static async Task PrintAsync(IEnumerable<string> addresses, string? code)
    {
        if (code is not null && addresses.FirstOrDefault() is { } address)
        {
            await System.Console.Out.WriteLineAsync($"Nobody owns this CredScore yet. To become its owner, open this link within a day; it works once:\n  {address.TrimEnd('/')}/invitation/{code}");
        }
    }
}
