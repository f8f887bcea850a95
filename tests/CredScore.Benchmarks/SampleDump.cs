using System.Globalization;
using System.Security;
using System.Text;
using System.Text.Json;
using ICSharpCode.SharpZipLib.BZip2;

namespace CredScore.Benchmarks;

/// <summary>The articles as a multistream dump with its index, as Wikimedia makes them, and as JSON lines.</summary>
internal sealed record SampleDump(string Dump, string Index, string Lines, int Articles, long Bytes)
{
    private const int Most = 12_000;

    // https://meta.wikimedia.org/wiki/Data_dumps/Dump_format#Multistream_dumps
    private const int PagesInStream = 100;

    private const string Head = """
        <mediawiki xmlns="http://www.mediawiki.org/xml/export-0.11/" version="0.11" xml:lang="en">
          <siteinfo><sitename>Wikipedia</sitename><dbname>enwiki</dbname><namespaces><namespace key="0" /></namespaces></siteinfo>

        """;

    /// <summary>Those that an earlier run left in a folder, else new ones.</summary>
    public static SampleDump FindOrMake(string folder)
    {
        var dump = new SampleDump(Path.Combine(folder, "wiki-multistream.xml.bz2"), Path.Combine(folder, "wiki-multistream-index.txt"), Path.Combine(folder, "wiki.jsonl"), 0, 0);

        // The index is written last.
        if (!File.Exists(dump.Index))
        {
            dump.Write();
        }

        return dump with { Articles = File.ReadLines(dump.Index).Count(), Bytes = new FileInfo(dump.Dump).Length };
    }

    private void Write()
    {
        var lines = RealData.HasArticles ? RealData.ArticleLines().Take(Most) : Enumerable.Range(0, Most).Select(number => JsonSerializer.Serialize(new { id = number + 1, title = $"Sample {number}", wikitext = SampleArticles.Ordinary(number) }));
        using var packed = File.Create(Dump);
        using var copy = File.CreateText(Lines);
        var (index, number) = (new StringBuilder(), 0);
        packed.Write(Pack(Head));

        // Two at a time, since packing is what takes long.
        foreach (var pair in lines.Chunk(PagesInStream).Chunk(2))
        {
            foreach (var (chunk, stream) in pair.AsParallel().AsOrdered().Select((chunk, at) => (chunk, Pack(string.Concat(chunk.Select((line, page) => PageOf(line, number + (at * PagesInStream) + page + 1)))))).ToList())
            {
                foreach (var line in chunk)
                {
                    copy.WriteLine(line);
                    index.Append(CultureInfo.InvariantCulture, $"{packed.Position}:{++number}:Sample {number}\n");
                }

                packed.Write(stream);
            }
        }

        packed.Write(Pack("</mediawiki>"));
        File.WriteAllText(Index, index.ToString());
    }

    private static string PageOf(string line, int number)
    {
        using var json = JsonDocument.Parse(line);
        var (title, text) = (json.RootElement.GetProperty("title").GetString()!, json.RootElement.GetProperty("wikitext").GetString()!);
        return string.Create(CultureInfo.InvariantCulture, $"""
              <page>
                <title>{SecurityElement.Escape(title)}</title><ns>0</ns><id>{number}</id>
                <revision>
                  <id>{number + 1000}</id><timestamp>2024-03-01T12:00:00Z</timestamp><contributor><username>Nobody</username><id>7</id></contributor>
                  <model>wikitext</model><format>text/x-wiki</format><text bytes="{text.Length}" xml:space="preserve">{SecurityElement.Escape(Clean(text))}</text><sha1>0</sha1>
                </revision>
              </page>

            """);
    }

    // XML cannot hold them, and MediaWiki keeps none.
    private static string Clean(string text) => string.Concat(text.Where(character => character is '\n' or '\t' or >= ' ' and not ('\uFFFE' or '\uFFFF')));

    private static byte[] Pack(string text)
    {
        using var packed = new MemoryStream();

        using (var bzip2 = new BZip2OutputStream(packed, 9) { IsStreamOwner = false })
        {
            bzip2.Write(Encoding.UTF8.GetBytes(text));
        }

        return packed.ToArray();
    }
}
