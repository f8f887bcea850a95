using CredScore.Scoring.Assessments;
using CredScore.Scoring.Documents;
using CredScore.Scoring.Features;
using CredScore.Scoring.Tests.Features;
using CredScore.Scoring.Topics;

namespace CredScore.Scoring.Tests.Topics;

public sealed class TopicLinkerTests
{
    private const string Medical = "\n[[Category:Infectious diseases]]\n[[Category:Viral diseases]]";
    private const string Disease = "{{Infobox disease|name=A|MeshID=";

    [TestCase("Measles", "Text.", "Measles")]
    [TestCase("Rubeola", "Text.", "Measles")]
    [TestCase("Something else", Disease + "D008457}}", "Measles")]
    [TestCase("Immanuel Kant", "Text.", "Immanuel Kant")]
    [TestCase("Shock (circulatory)", "Text." + Medical, "Shock (circulatory)")]
    public void Finds_what_an_article_is_about(string title, string text, string topic)
        => Assert.That(Link(title, text), Is.EqualTo(new[] { (topic, TopicFit.Exact) }));

    [TestCase("Fever (album)", "Text.")]
    [TestCase("Corn", "Text.")]
    [TestCase("Tide mill", "Text.")]
    [TestCase("Pulse", "Text.\n[[Category:2010 albums]]")]
    [TestCase("Measles outbreak in the garden of a painter", "Text.")]
    public void Says_nothing_where_nothing_tells(string title, string text) => Assert.That(Link(title, text), Is.Empty);

    [TestCase("American Measles Association")]
    [TestCase("The trial of Measles")]
    public void Takes_a_body_or_a_case_for_itself_and_not_for_the_disease_in_its_name(string title)
        => Assert.That(Link(title, "Text." + Medical), Is.EqualTo(new[] { (title, TopicFit.Exact) }));

    [TestCase("OMIM=219700", "Cystic fibrosis")]
    [TestCase("Orphanet=586", "Cystic fibrosis")]
    [TestCase("MeshID=D003550", "Cystic fibrosis")]
    public void Selects_a_topic_by_the_number_of_a_register(string parameter, string topic)
        => Assert.That(Link("Mucoviscidose", "{{Infobox disease|name=A|" + parameter + "}}"), Is.EqualTo(new[] { (topic, TopicFit.Exact) }));

    [Test]
    public void Takes_a_code_of_the_ICD_for_a_group_that_may_be_wider()
        => Assert.That(Link("Something in the bowel", "{{Infobox disease|name=A|ICD10={{ICD10|K|50||k|50}}}}"), Is.EqualTo(new[] { ("Something in the bowel", TopicFit.Exact), ("Crohn's disease", TopicFit.Broader) }));

    [Test]
    public void Prefers_the_precise_topic_to_the_broad_one() => Assert.That(Link("Bacterial meningitis", Disease + "D008580}}" + Medical), Is.EqualTo(new[] { ("Bacterial meningitis", TopicFit.Exact) }));

    [Test]
    public void Calls_a_topic_within_the_title_a_broader_one()
        => Assert.That(Link("2005 dengue fever outbreak in Singapore", "Text." + Medical), Has.One.EqualTo(("Dengue fever", TopicFit.Broader)));

    [Test]
    public void Gives_two_plausible_topics_and_does_not_guess()
        => Assert.That(LinkRedirect("Lockjaw", "Trismus", Disease + "D008457}}"), Is.EqualTo(new[] { "Tetanus", "Measles" }));

    [Test]
    public void Keeps_the_numbers_of_a_subject_that_no_list_knows()
    {
        var topic = TopicLinker.Embedded.Link(Read("Example syndrome", "{{Infobox disease|name=A|OMIM=123456|MedlinePlus=001234|Orphanet=77|MeshID=C05.116}}")).Single();
        Assert.That(topic.Name, Is.EqualTo("Example syndrome"));
        Assert.That(topic.Identifiers, Is.EqualTo(new Dictionary<string, string> { ["omim"] = "123456", ["medlineplus"] = "001234", ["orphanet"] = "77" }));
    }

    [TestCase("469-83-0", "469-83-0")]
    [TestCase("469-83-1", null)]
    [TestCase("../../x-y-0", null)]
    public void Takes_only_numbers_of_chemicals_whose_digits_check(string value, string? number)
        => Assert.That(TopicNumbers.Of([new("cas", value)]).GetValueOrDefault("cas"), Is.EqualTo(number));

    [TestCase("12345", null)]
    [TestCase("1234567", null)]
    [TestCase("a68128", null)]
    [TestCase("<script>", null)]
    [TestCase("001234/../../x", "001234")]
    [TestCase("a682878", "a682878")]
    public void Takes_only_numbers_in_the_register_s_own_form(string value, string? number)
        => Assert.That(TopicNumbers.Of([new("medlineplus", value)]).GetValueOrDefault("medlineplus"), Is.EqualTo(number));

    [TestCase("Laryngeal Mask Airway (LMA) insertion | ESSENTIAL TECHNIQUES for standard patients", "Laryngeal mask airway")]
    [TestCase("Vitamin D wissenschaftlich geprüft", "Vitamin D")]
    [TestCase("Type 2 Diabetes: symptoms, causes and treatment", "Type 2 diabetes")]
    [TestCase("Exercise for low back pain: what the doctor says", "Low back pain")]
    public void Finds_what_a_medical_video_is_about(string title, string topic)
        => Assert.That(Link(Video(title)), Is.EqualTo(new[] { topic }));

    [Test]
    public void Gives_the_topics_of_a_video_on_two()
        => Assert.That(Link(Video("Asthma vs COPD: differences for patients")), Is.EqualTo(new[] { "Asthma", "Chronic obstructive pulmonary disease" }));

    [Test]
    public void Looks_at_keywords_and_chapters_when_the_title_names_nothing()
    {
        var video = Video("A disease that came back: episode 4", keywords: ["measles", "vaccination"], chapters: [new(0, "Start"), new(60, "How measles spreads")]);
        Assert.That(Link(video), Is.EqualTo(new[] { "Measles" }));
    }

    [TestCase("Yellow fever", "Film & Animation")]
    [TestCase("Stroke play: how to win at golf", "Sports")]
    [TestCase("Bruno Mars - Uptown Funk", "Music")]
    [TestCase("Cold as ice", "Music")]
    public void Says_nothing_of_videos_on_other_things(string title, string category) => Assert.That(Link(Video(title, category)), Is.Empty);

    [Test]
    public void Finds_a_lesson_s_topic_that_stands_alone_in_its_title() => Assert.That(Link(Video("Meiosis | Lecture 12", "Education")), Is.EqualTo(new[] { "Meiosis" }));

    private static (string, TopicFit)[] Link(string title, string text) => [.. TopicLinker.Embedded.Link(Read(title, text)).Select(topic => (topic.Name, topic.Fit))];

    private static string[] LinkRedirect(string from, string title, string text)
        => [.. TopicLinker.Embedded.Link(new ArticleInputs(WikitextReader.Read(text, new() { Title = title, Record = new() { RedirectedFrom = from } }), [])).Select(topic => topic.Name)];

    private static string[] Link(VideoInputs page) => [.. TopicLinker.Embedded.Link(page).Select(topic => topic.Name)];

    private static ArticleInputs Read(string title, string text) => new(WikitextReader.Read(text, new() { Title = title }), []);

    private static VideoInputs Video(string title, string category = "Education", string[]? keywords = null, VideoChapter[]? chapters = null)
        => new(new YouTubeVideo { Id = "abcdefghijk", Title = title, Category = category, Keywords = keywords ?? [], Chapters = chapters ?? [] }, SampleVideos.Unknown, SampleVideos.Nothing, []);
}
