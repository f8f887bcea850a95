using CsCheck;

namespace CredScore.Scoring.Tests.Documents;

/// <summary>Texts for tests that try many: pieces of markup, mixtures of them, and an article with something of everything.</summary>
internal static class WikitextSamples
{
    public static readonly string[] Tokens =
    [
        "{{", "}}", "{{{", "}}}", "[[", "]]", "[", "]", "|", "=", "'", "''", "'''", "\n", "\n\n", "\n==", "==\n", "\n== A ==\n", "\n=== Literature ===\n", "\n== References ==\n", "\n== External links ==\n", "\n* ", "\n# ", "\n:", "\n ", "\n{|", "\n|}", "\n|-\n| ",
        "\n{{note|a}} ", "<ref>", "<ref name=a>", "<ref name=\"b\" group=n>", "<ref name=a/>", "<ref", "</ref>", "</ref", "<references>", "</references>", "<!--", "-->", "<nowiki>", "</nowiki>", "<math>", "</math>", "<table>", "</table>", "<gallery>\n", "</gallery>",
        "<br>", "<", ">", "&", "&nbsp;", ";", "http://", "https://a.example/x", "[http://a.example/y ", "//", ":", "{{cite web|url=", "{{cite journal|title=T|doi=10.1000/x|pmid=12}}", "{{citation|last=Smith|year=2004|title=", "{{sfn|Smith|2004}}", "{{harv|Smith|2004}}", "{{harvnb|",
        "{{efn|", "{{r|a}}", "{{reflist|refs=", "{{ref|a}}", "{{fnb|1}}", "{{#tag:ref|", "{{infobox disease|ICD10={{ICD10|K|50||k|50}}", "{{Medical resources|", "{{lang|fr|", "{{multiple issues|", "{{refimprove|date=May 2009}}", "{{cn|date=", "{{dead link}}", "{{Maryland road map|year=1939}}",
        "[[File:A.jpg|thumb|", "[[Category:B]]", "[[fr:C]]", "|alt=", "|title=", "|image=a.jpg", "ISBN 0-306-40615-2", "PMID 123", "10.1000/", "Smith 2004, p. 5", "Ibid.", "words and words ", "A sentence. ", "é", "漢", "\0", "\uD83D", "\t", "\r\n", "1999",
    ];

    public static Gen<string> Pieces { get; } = Gen.Int[0, Tokens.Length - 1].Select(index => Tokens[index]);

    public static Gen<string> Mixtures { get; } = Pieces.Array[0, 60].Select(pieces => string.Concat(pieces));

    public const string Article = """
        {{Short description|A made-up disease}}
        {{multiple issues|{{refimprove|date=May 2009}}{{POV|date=June 2009}}}}
        {{Infobox medical condition
        | name = Seal fever <!-- sic -->
        | image = Seal.jpg
        | caption = A seal
        | ICD10 = {{ICD10|A|99||a|90}}
        }}
        '''Seal fever''' is an [[infection|infectious]] disease of ''seals''.<ref name="one">{{cite journal |vauthors=Smith J, Jones A |title=Seal [[fever]]: a review |journal=Nature |year=2004 |doi=10.1000/seal.1 |pmid=123456}}</ref>{{citation needed|date=May 2009}}

        == Causes ==
        [[File:Seal.jpg|thumb|A seal on ice.<ref name=one/>|alt=A seal]]
        It is caused by a virus.{{sfn|Miller|1999|p=5}} Nobody knows more.<ref>Miller 1999, p. 7</ref>{{efn|Some do.}}

        {| class="wikitable"
        ! Year !! Cases
        |-
        | 1999 || 5<ref>[http://a.example/cases Cases]</ref>
        |}
        * A list
        * of things {{dead link}}

        <gallery>
        File:A.jpg|One
        </gallery>

        == Treatment ==
        === Literature ===
        Rest helps<ref name="two" /> {{harv|Miller|1999}} and <math>x^2</math> <nowiki>[[is not]]</nowiki> a link.

        == Notes ==
        {{reflist|refs=
        <ref name="two">http://b.example/rest</ref>
        }}

        == References ==
        * {{cite book|last=Miller|title=Fevers|year=1999|isbn=0-306-40615-2}}
        {{fnb|1}} Kraepelin, E. (1907) ''Text book''. London.<br>

        == External links ==
        * [http://c.example/ Home]

        [[Category:Diseases]]
        [[de:Fieber]]
        """;
}
