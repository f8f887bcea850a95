using CredScore.Scoring.Catalogues;

namespace CredScore.Scoring.Tests.Catalogues;

public class CompiledListTests
{
    private static readonly Dictionary<string, string> Entries = Enumerable.Range(0, 1000).ToDictionary(number => $"key-{number}", number => $"value {number}\twith ü and 学");

    [Test]
    public void Finds_every_entry_and_nothing_else()
    {
        var list = CompiledList.Open(CompiledList.Write(Entries));

        Assert.Multiple(() =>
        {
            Assert.That(list.Count, Is.EqualTo(1000));
            Assert.That(Entries.All(entry => list.Find(entry.Key) == entry.Value));
            Assert.That(list.Find("key-1000"), Is.Null);
            Assert.That(list.Find(""), Is.Null);
            Assert.That(list.Find(new string('x', 5000)), Is.Null);
            Assert.That(list.Entries(), Is.EqualTo(Entries.OrderBy(entry => entry.Key, StringComparer.Ordinal)));
        });
    }

    [Test]
    public void Gives_equal_bytes_for_equal_entries_in_any_order()
        => Assert.That(CompiledList.Write(Entries.Reverse().ToDictionary()), Is.EqualTo(CompiledList.Write(Entries)));

    [Test]
    public void Holds_nothing_when_empty() => Assert.That((CompiledList.Empty.Count, CompiledList.Empty.Find("a")), Is.EqualTo((0, (string?)null)));

    [TestCase(0)]
    [TestCase(10)]
    [TestCase(200)]
    public void Refuses_bytes_that_are_cut_off(int length)
        => Assert.That(() => CompiledList.Open(CompiledList.Write(Entries).AsMemory(0, length)), Throws.TypeOf<InvalidDataException>());

    [Test]
    public void Refuses_bytes_that_are_something_else() => Assert.That(() => CompiledList.Open(new byte[64]), Throws.TypeOf<InvalidDataException>());

    [Test]
    public void Refuses_an_entry_that_is_too_long()
        => Assert.That(() => CompiledList.Write(new Dictionary<string, string> { [new string('k', 301)] = "" }), Throws.ArgumentException);
}
