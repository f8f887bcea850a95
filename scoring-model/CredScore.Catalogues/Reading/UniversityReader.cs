using System.Text.Json;

namespace CredScore.Catalogues.Reading;

/// <summary>Hipo's list of universities: an array of objects with name and domains.</summary>
internal static class UniversityReader
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { MaxDepth = 8 };

    public static void Read(Stream stream, ListRows rows) => Guard(() =>
    {
        // A file on this disk: nothing to wait for.
        foreach (var university in JsonSerializer.DeserializeAsyncEnumerable<University>(stream, Json).ToBlockingEnumerable())
        {
            Add(rows, university);
        }
    });

    private static void Add(ListRows rows, University? university)
    {
        if (university is not { Name: { Length: > 0 } name, Domains: { } domains })
        {
            rows.CountUnread();
            return;
        }

        foreach (var domain in domains)
        {
            if (domain is not null && Hosts.Normalise(domain) is { } host)
            {
                rows.Add(host, "university", name);
            }
            else
            {
                rows.CountUnread();
            }
        }
    }

    private static void Guard(Action read)
    {
        try
        {
            read();
        }
        catch (JsonException exception)
        {
            throw new ListRefusedException("It is no JSON list of universities, or it is cut off.", exception);
        }
    }

    private sealed record University(string? Name, IReadOnlyList<string?>? Domains);
}
