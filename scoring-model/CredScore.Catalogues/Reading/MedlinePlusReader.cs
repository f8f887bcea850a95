using System.Xml;
using CredScore.Scoring.Catalogues;

namespace CredScore.Catalogues.Reading;

/// <summary>MedlinePlus' health topics in English, by title, synonym and MeSH heading. See https://medlineplus.gov/xml.html. No DTD and no external entity is ever read.</summary>
internal static class MedlinePlusReader
{
    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreWhitespace = true,
        MaxCharactersInDocument = 120_000_000,
        CloseInput = false,
    };

    public static void Read(Stream stream, ListRows rows)
    {
        try
        {
            using var xml = XmlReader.Create(stream, Settings);
            xml.MoveToContent();

            if (xml.LocalName != "health-topics")
            {
                throw new ListRefusedException("Its root is not health-topics, so it is no list of topics.");
            }

            while (xml.ReadToFollowing("health-topic"))
            {
                ReadTopic(xml, rows);
            }
        }
        catch (XmlException exception)
        {
            throw new ListRefusedException("It is no XML that can be read, or it is cut off.", exception);
        }
    }

    private static void ReadTopic(XmlReader xml, ListRows rows)
    {
        var (title, url, language) = (xml.GetAttribute("title") ?? "", xml.GetAttribute("url") ?? "", xml.GetAttribute("language"));
        var names = new List<string> { title };

        using (var topic = xml.ReadSubtree())
        {
            while (topic.Read())
            {
                if (topic.NodeType is XmlNodeType.Element && topic.LocalName is "also-called" or "descriptor" or "see-reference")
                {
                    names.Add(ReadText(topic));
                }
            }
        }

        if (language is "Spanish")
        {
            return;
        }

        if (title.Length == 0 || !Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Host != "medlineplus.gov")
        {
            rows.CountUnread();
            return;
        }

        foreach (var name in names.Select(ListKeys.OfName).Where(name => name.Length > 0))
        {
            rows.Add(ListKeys.Name + name, url, title);
        }
    }

    private static string ReadText(XmlReader element)
    {
        using var inner = element.ReadSubtree();
        inner.Read();
        return inner.ReadString();
    }
}
