using System.Formats.Tar;
using System.IO.Compression;
using System.Text;

namespace CredScore.Catalogues.Reading;

/// <summary>
/// JetBrains' swot: a file for each domain, its folders the labels from the right (<c>lib/domains/uk/ac/ox.txt</c>), the names inside; without the domains on
/// <c>stoplist.txt</c> and <c>abused.txt</c>. The list holds schools too: only what calls itself a place of higher learning is a university.
/// </summary>
internal static class AcademicDomainReader
{
    private const string Folder = "/lib/domains/";
    private const int LongestFile = 64 * 1024;

    private static readonly string[] Higher =
        ["univ", "politec", "polytec", "polytech", "hochschul", "institut", "akadem", "academ", "facult", "college", "école", "ecole", "университет", "институт", "大学", "대학", "høgskol", "högskol", "yliopisto", "egyetem", "uczelnia"];

    private static readonly string[] School =
        ["school", "schule", "lycée", "lycee", "liceo", "liceum", "lyceum", "gymnas", "gimnaz", "szkoł", "школ", "skole", "kindergarten", "grundschul", "istituto comprensivo", "collège ", "secondary", "primary", "elementary"];

    public static void Read(Stream stream, ListRows rows)
    {
        try
        {
            ReadFiles(stream, rows);
        }
        catch (Exception exception) when (exception is InvalidDataException or EndOfStreamException or FormatException)
        {
            throw new ListRefusedException("It is no archive of domains, or it is cut off.", exception);
        }
    }

    private static void ReadFiles(Stream stream, ListRows rows)
    {
        using var unpacked = new GZipStream(stream, CompressionMode.Decompress, leaveOpen: true);
        using var tar = new TarReader(unpacked, leaveOpen: true);
        var stopped = new List<string>();

        while (tar.GetNextEntry() is { } file)
        {
            var at = file.Name.IndexOf(Folder, StringComparison.Ordinal);

            if (file.EntryType is not (TarEntryType.RegularFile or TarEntryType.V7RegularFile) || at < 0 || !file.Name.EndsWith(".txt", StringComparison.Ordinal) || file.DataStream is null)
            {
                continue;
            }

            var path = file.Name[(at + Folder.Length)..^".txt".Length];
            var lines = Lines(file.DataStream);

            if (path is "stoplist" or "abused" or "tlds")
            {
                stopped.AddRange(path is "tlds" ? [] : lines);
            }
            else
            {
                Add(rows, path, lines);
            }
        }

        // The two lists stand anywhere among the domains.
        foreach (var host in stopped)
        {
            rows.Remove(host.ToLowerInvariant());
        }
    }

    private static void Add(ListRows rows, string path, string[] names)
    {
        if (Hosts.Normalise(string.Join('.', path.Split('/').Reverse())) is not { } host)
        {
            rows.CountUnread();
            return;
        }

        var isSchool = names.Length == 0 || names.Any(name => School.Any(word => name.Contains(word, StringComparison.OrdinalIgnoreCase)));
        var isHigher = !isSchool && names.Any(name => Higher.Any(word => name.Contains(word, StringComparison.OrdinalIgnoreCase)));
        rows.Add(host, isHigher ? "university" : "organisation", names.FirstOrDefault() ?? host);
    }

    private static string[] Lines(Stream data)
    {
        using var reader = new StreamReader(data, Encoding.UTF8);
        var buffer = new char[LongestFile];
        return new string(buffer, 0, reader.ReadBlock(buffer)).Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
    }
}
