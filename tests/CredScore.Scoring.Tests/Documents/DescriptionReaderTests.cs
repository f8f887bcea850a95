using CredScore.Scoring.Documents;
using CredScore.Scoring.Sources;

namespace CredScore.Scoring.Tests.Documents;

public sealed class DescriptionReaderTests
{
    private static readonly SourceClassifier Classifier = new();

    [TestCase("https://doi.org/10.1056/NEJMoa1511939", SourceType.JournalArticle)]
    [TestCase("doi:10.1056/NEJMoa1511939", SourceType.JournalArticle)]
    [TestCase("Source: https://pubmed.ncbi.nlm.nih.gov/26551272/", SourceType.JournalArticle)]
    [TestCase("Smith J, et al. A trial. N Engl J Med 2019;380:123-30", SourceType.JournalArticle)]
    [TestCase("Smith J et al. Lancet 2020", SourceType.JournalArticle)]
    [TestCase("JAMA. 2018;319(5):483-494.", SourceType.JournalArticle)]
    [TestCase("More in this paper, PMID: 26551272", SourceType.JournalArticle)]
    [TestCase("Read more: https://www.nice.org.uk/guidance/ng28", SourceType.Guideline)]
    [TestCase("Dosing follows NICE NG28.", SourceType.Guideline)]
    [TestCase("Based on the 2021 ESC Guidelines on heart failure", SourceType.Society)]
    [TestCase("https://www.cdc.gov/flu/", SourceType.Guideline)]
    public void Finds_a_source_and_lets_it_be_classified(string line, SourceType type)
    {
        var reference = Read(line).References.Single();

        Assert.That((reference.Place, reference.Index, reference.Uses), Is.EqualTo((ReferencePlace.Description, 1, 1)));
        Assert.That(Classifier.Classify(reference).Type, Is.EqualTo(type));
    }

    [Test]
    public void Reads_the_identifiers_of_a_source()
    {
        var references = Read("References\n1. A book. ISBN 978-0-19-957231-1 (2010)\n2. PMCID: PMC1234567\n3. https://doi.org/10.1136/BMJ.38 \n4. PMID 12345678").References;

        Assert.That(references.Select(reference => (reference.Isbn, reference.Pmc, reference.Doi, reference.Pmid)), Is.EqualTo(new (string?, string?, string?, string?)[]
        {
            ("9780199572311", null, null, null), (null, "1234567", null, null), (null, null, "10.1136/bmj.38", null), (null, null, null, "12345678"),
        }));
    }

    [TestCase("3:15 – https://www.who.int/news", 195)]
    [TestCase("(1:02:03) Smith J et al. Lancet 2020", 3723)]
    [TestCase("The trial: https://www.who.int/news (0:42)", 42)]
    [TestCase("N Engl J Med 2019;380:123-30", null)]
    public void Keeps_the_time_a_source_is_given_for(string line, int? seconds) => Assert.That(Read(line).References.Single().AtSeconds, Is.EqualTo(seconds));

    [Test]
    public void Joins_a_citation_with_the_address_on_the_next_line()
    {
        var reference = Read("Smith J et al. A trial of things. Lancet 2020\nhttps://www.example.org/trial").References.Single();
        Assert.That((reference.Title, reference.Addresses.Single()), Is.EqualTo(("Smith J et al. A trial of things. Lancet 2020", "https://www.example.org/trial")));
    }

    [Test]
    public void Takes_the_words_before_a_link_for_its_title()
        => Assert.That(Read("Sources:\n• Vitamin D and falls – https://example.org/falls").References.Single().Title, Is.EqualTo("Vitamin D and falls"));

    [TestCase("Quellen:")]
    [TestCase("SOURCES")]
    [TestCase("Bibliographie :")]
    [TestCase("Fuentes:")]
    [TestCase("Fonti:")]
    [TestCase("Referências:")]
    [TestCase("Bronnen:")]
    public void Counts_any_link_below_a_heading_of_sources(string heading)
        => Assert.That(Read($"{heading}\nhttps://example.org/a\n\nhttps://example.org/b").References, Has.Count.EqualTo(2));

    [Test]
    public void Ends_the_sources_where_networks_begin()
        => Assert.That(Read("Sources:\nhttps://example.org/a\n\nInstagram: https://instagram.com/b\nApp: https://example.com/app").References, Has.Count.EqualTo(1));

    [Test]
    public void Leaves_a_link_alone_that_nothing_calls_a_source()
        => Assert.That(Read("https://example.org/something").References, Is.Empty);

    [Test]
    public void Counts_one_source_once_however_often_it_is_linked()
        => Assert.That(Read("https://www.who.int/news\nhttp://who.int/news/?utm_source=yt\nRead more: https://www.who.int/news#top").References, Has.Count.EqualTo(1));

    [Test]
    public void Unwraps_redirects_and_takes_whole_addresses_from_the_list_of_links()
    {
        var video = new YouTubeVideo
        {
            Description = "Guideline: https://www.who.int/publi...",
            DescriptionLinks = [new("https://www.youtube.com/redirect?event=video_description&q=https%3A%2F%2Fwww.who.int%2Fpublications%2Fi%2Fitem%2F1", "https://www.who.int/publi...")],
        };

        Assert.That(DescriptionReader.Read(video).References.Single().Addresses.Single(), Is.EqualTo("https://www.who.int/publications/i/item/1"));
    }

    [TestCase("This video is sponsored by Example: https://example.com/offer", DescriptionSignKind.Sponsor)]
    [TestCase("Dieses Video wurde gesponsert von Beispiel", DescriptionSignKind.Sponsor)]
    [TestCase("Cette vidéo est sponsorisé par Exemple", DescriptionSignKind.Sponsor)]
    [TestCase("My stethoscope https://amzn.to/3abcd", DescriptionSignKind.Affiliate)]
    [TestCase("Book: https://www.amazon.com/dp/123?tag=mychannel-20", DescriptionSignKind.Affiliate)]
    [TestCase("As an Amazon Associate I earn from qualifying purchases.", DescriptionSignKind.Affiliate)]
    [TestCase("Use code EXAMPLE10 at checkout", DescriptionSignKind.DiscountCode)]
    [TestCase("Con el código SALUD", DescriptionSignKind.DiscountCode)]
    [TestCase("Get my book here: https://example.com/book", DescriptionSignKind.Shop)]
    [TestCase("https://www.patreon.com/example", DescriptionSignKind.Patronage)]
    [TestCase("Follow us: https://twitter.com/example", DescriptionSignKind.Social)]
    [TestCase("This video is not sponsored.", DescriptionSignKind.Disclosure)]
    [TestCase("The authors have no conflicts of interest.", DescriptionSignKind.Disclosure)]
    [TestCase("Keine Interessenkonflikte", DescriptionSignKind.Disclosure)]
    [TestCase("Not a substitute for professional medical advice.", DescriptionSignKind.Disclaimer)]
    [TestCase("Ersetzt keine ärztliche Beratung", DescriptionSignKind.Disclaimer)]
    [TestCase("Esta información no sustituye la consulta", DescriptionSignKind.Disclaimer)]
    [TestCase("Speaker: Jane Example, MD", DescriptionSignKind.Credential)]
    [TestCase("Jane Example is professor of medicine", DescriptionSignKind.Credential)]
    [TestCase("LEARNING OBJECTIVES", DescriptionSignKind.Objective)]
    [TestCase("Last updated March 2024", DescriptionSignKind.Update)]
    [TestCase("Correction: at 3:15 I meant milligrams.", DescriptionSignKind.Update)]
    public void Recognises_a_sign_and_does_not_take_it_for_a_source(string line, DescriptionSignKind kind)
    {
        var description = Read(line);
        Assert.That(description.Signs.Select(sign => sign.Kind).Distinct(), Is.EqualTo(new[] { kind }));
        Assert.That(description.References, Is.Empty);
    }

    [TestCase("No part of this was sponsored by anybody")]
    [TestCase("We have not been sponsored by Example")]
    [TestCase("Nicht gesponsert von Beispiel")]
    public void Takes_a_negated_sponsor_for_a_disclosure(string line)
        => Assert.That(Read(line).Signs.Select(sign => sign.Kind), Does.Contain(DescriptionSignKind.Disclosure).And.Not.Contain(DescriptionSignKind.Sponsor));

    [TestCase("Baltimore, MD 21205")]
    [TestCase("Dr. Example explains")]
    [TestCase("The address of Example Street")]
    [TestCase("Donate blood, and ask for donations of organs.")]
    [TestCase("Read the ad carefully")]
    [TestCase("Submit your correction to us")]
    [TestCase("Real Doctor Watches House MD")]
    [TestCase("Fair use, for educational purposes only")]
    [TestCase("Made in partnership with the museum")]
    [TestCase("https://example.com/sponsored-by/my-book")]
    public void Finds_no_sign_in_ambiguous_words(string line) => Assert.That(Read(line).Signs, Is.Empty);

    [Test]
    public void Takes_links_of_the_owners_name_for_its_own_site()
    {
        var description = DescriptionReader.Read(new() { Channel = new() { Name = "Mayo Clinic" }, Description = "More about this: https://www.mayoclinic.org/flu" });
        Assert.That((description.References.Count, description.Signs.Single().Kind), Is.EqualTo((0, DescriptionSignKind.Social)));
    }

    [Test]
    public void Takes_no_music_for_a_source()
        => Assert.That(Read("Music: https://incompetech.com/a\nCredits\nhttps://www.nasa.gov/image").References, Is.Empty);

    [Test]
    public void Reads_nothing_from_nothing()
    {
        var description = DescriptionReader.Read(new());
        Assert.That((description.References.Count, description.Signs.Count), Is.EqualTo((0, 0)));
    }

    private static VideoDescription Read(string text) => DescriptionReader.Read(new() { Description = text });
}
