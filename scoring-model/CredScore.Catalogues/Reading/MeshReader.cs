using System.Text;
using CredScore.Scoring.Catalogues;

namespace CredScore.Catalogues.Reading;

/// <summary>MeSH's descriptors as ASCII records. See https://www.nlm.nih.gov/mesh/intro_record_types.html: MH heading, UI number, MN place in the tree, ENTRY synonym.</summary>
internal static class MeshReader
{
    public static void Read(Stream stream, ListRows rows)
    {
        using var reader = new StreamReader(stream, Encoding.UTF8, leaveOpen: true);
        var (heading, id, trees, names, isRecord) = ("", "", new List<string>(), new List<string>(), false);

        while (reader.ReadLine() is { } line)
        {
            if (line is "*NEWRECORD")
            {
                Add(isRecord);
                (heading, id, isRecord) = ("", "", true);
                trees.Clear();
                names.Clear();
            }
            else if (line.IndexOf(" = ", StringComparison.Ordinal) is var at and > 0)
            {
                var value = line[(at + 3)..].Trim();

                switch (line[..at])
                {
                    case "MH":
                        heading = value;
                        break;
                    case "UI":
                        id = value;
                        break;
                    case "MN":
                        trees.Add(value);
                        break;
                    case "ENTRY" or "PRINT ENTRY":
                        names.Add(value.Split('|')[0]);
                        break;
                }
            }
        }

        Add(isRecord);

        void Add(bool isWhole)
        {
            if (!isWhole)
            {
                return;
            }

            if (heading.Length == 0 || id.Length < 2 || id[0] != 'D' || !id.AsSpan(1).ContainsAnyInRange('0', '9'))
            {
                rows.CountUnread();
                return;
            }

            rows.Add(id, heading, string.Join('|', trees));

            foreach (var name in names.Prepend(heading).Select(ListKeys.OfName).Where(name => name.Length > 0))
            {
                rows.Add(ListKeys.Name + name, id);
            }
        }
    }
}
