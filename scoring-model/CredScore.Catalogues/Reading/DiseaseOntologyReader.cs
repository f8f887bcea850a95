using System.Text;
using CredScore.Scoring.Catalogues;

namespace CredScore.Catalogues.Reading;

/// <summary>
/// The Disease Ontology in OBO form: a stanza <c>[Term]</c> for each disease with id, name, exact synonyms and its numbers in other registers. Obsolete terms are left out. See
/// https://owlcollab.github.io/oboformat/doc/GO.format.obo-1_4.html.
/// </summary>
internal static class DiseaseOntologyReader
{
    private const string Start = "DOID:";

    // The registers whose numbers select a topic, by the names that the ontology has had for them.
    private static readonly Dictionary<string, string> Registers = new(StringComparer.Ordinal)
    {
        ["MESH"] = "mesh",
        ["ORDO"] = "orphanet",
        ["MIM"] = "omim",
        ["OMIM"] = "omim",
        ["ICD10CM"] = "icd10",
    };

    public static void Read(Stream stream, ListRows rows)
    {
        using var reader = new StreamReader(stream, Encoding.UTF8, leaveOpen: true);

        if (reader.ReadLine()?.StartsWith("format-version:", StringComparison.Ordinal) != true)
        {
            throw new ListRefusedException("It does not begin as an ontology in OBO form.");
        }

        Term? term = null;

        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('['))
            {
                Add(term, rows);
                term = line == "[Term]" ? new() : null;
            }
            else if (term is not null && line.IndexOf(": ", StringComparison.Ordinal) is var at and > 0)
            {
                term.Take(line[..at], line[(at + 2)..]);
            }
        }

        Add(term, rows);
    }

    private static void Add(Term? term, ListRows rows)
    {
        if (term is null || term.IsObsolete)
        {
            return;
        }

        if (term.Name.Length == 0 || !term.Id.StartsWith(Start, StringComparison.Ordinal) || term.Id.AsSpan(Start.Length).ContainsAnyExceptInRange('0', '9'))
        {
            rows.CountUnread();
            return;
        }

        rows.Add(term.Id, term.Name, term.NumberIn("mesh"), term.NumberIn("orphanet"));

        foreach (var name in term.Names.Prepend(term.Name).Select(ListKeys.OfName).Where(name => name.Length > 0))
        {
            rows.Add(ListKeys.Name + name, term.Id);
        }

        foreach (var (register, number) in term.Numbers)
        {
            rows.Add($"{register}:{number}", term.Id);
        }
    }

    private sealed class Term
    {
        public string Id { get; private set; } = "";

        public string Name { get; private set; } = "";

        public bool IsObsolete { get; private set; }

        public List<string> Names { get; } = [];

        public List<(string Register, string Number)> Numbers { get; } = [];

        // A number stands for the term when it is the only one of its register.
        public string NumberIn(string register) => Numbers.FindAll(number => number.Register == register) is [var only] ? only.Number : "";

        public void Take(string tag, string value)
        {
            switch (tag)
            {
                case "id":
                    Id = value.Trim();
                    break;
                case "name":
                    Name = value.Trim();
                    break;
                case "is_obsolete":
                    IsObsolete = value.StartsWith("true", StringComparison.Ordinal);
                    break;
                case "synonym" when value.Split('"') is [_, var name, var scope, ..] && scope.TrimStart().StartsWith("EXACT", StringComparison.Ordinal):
                    Names.Add(name);
                    break;
                case "xref" when value.Split(':', 2) is [var source, var rest] && Registers.TryGetValue(source, out var register):
                    // What stands behind the number is where the ontology has it from.
                    Numbers.Add((register, rest.Split(' ')[0].Trim()));
                    break;
            }
        }
    }
}
