#include "thoihan/facts_file.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "thoihan/calendar.hpp"
#include "thoihan/civil_text.hpp"
#include "thoihan/holidays.hpp"
#include "thoihan/messages.hpp"
#include "toml_fields.hpp"

namespace thoihan {
namespace {

// In the order of the enumerations.
const std::vector<std::string> confidence_names{"read", "quoted", "practice", "derived", "secondary", "unverified"};
const std::vector<std::string> anchor_names{"solar", "vietnamese_lunar", "nth_weekday", "last_weekday"};
const std::vector<std::string> weekday_names{"mon", "tue", "wed", "thu", "fri", "sat", "sun"};

/// What the views of holiday_facts look at.
struct facts_storage {
    holiday_facts header;  ///< name, range, sentences; its spans are not used
    std::vector<source> sources;
    std::vector<dated_week> weeks;
    std::vector<holiday_rule> holidays;
    std::vector<announcement> announcements;
    std::vector<announced_window> windows;
    std::vector<day_swap> swaps;
    std::vector<day_closure> closures;
    std::deque<std::string> texts;     ///< never moved: views point into them
    std::shared_ptr<const void> base;  ///< keeps alive the texts of the facts that these were added to

    /// A view that lives as long as this.
    [[nodiscard]] std::string_view keep(std::string text) { return texts.emplace_back(std::move(text)); }

    [[nodiscard]] holiday_facts view() const {
        holiday_facts facts = header;
        facts.sources = sources;
        facts.weeks = weeks;
        facts.holidays = holidays;
        facts.announcements = announcements;
        facts.windows = windows;
        facts.swaps = swaps;
        facts.closures = closures;
        return facts;
    }
};

template <class T>
std::vector<T> copy_of(std::span<const T> facts) {
    return {facts.begin(), facts.end()};
}

/// Reads files into a storage and remembers where its days were read, so that a contradiction that only shows when
/// days are worked out can be traced to its line.
class facts_reader {
public:
    facts_reader() = default;
    explicit facts_reader(const loaded_facts& base) {
        facts_.header = base.facts;
        facts_.sources = copy_of(base.facts.sources);
        facts_.weeks = copy_of(base.facts.weeks);
        facts_.holidays = copy_of(base.facts.holidays);
        facts_.announcements = copy_of(base.facts.announcements);
        facts_.windows = copy_of(base.facts.windows);
        facts_.swaps = copy_of(base.facts.swaps);
        facts_.closures = copy_of(base.facts.closures);
        facts_.base = base.owner;
        window_places_.resize(facts_.windows.size());
        swap_places_.resize(facts_.swaps.size());
    }

    void read_folder(const std::filesystem::path& folder) {
        toml_fields calendar_file(folder / "calendar.toml");
        toml_fields sources_file(folder / "sources.toml");
        toml_fields statutes_file(folder / "statutes.toml");
        toml_fields announcements_file(folder / "announcements.toml");
        read_sources(sources_file);
        sources_file.finish();
        read_calendar(calendar_file);
        read_statutes(statutes_file);
        read_announcements(announcements_file);
        announcements_file.finish();
    }

    void read_announcement_file(const std::filesystem::path& path) {
        toml_fields file(path);
        read_sources(file);
        read_announcements(file);
        file.finish();
    }

    /// The facts, once a calendar has been made of them.
    [[nodiscard]] loaded_facts take() {
        check();
        auto owner = std::make_shared<facts_storage>(std::move(facts_));
        return {owner->view(), owner};
    }

private:
    // ---- Sources.

    void read_sources(toml_fields& file) {
        for (toml_fields& fields : file.tables("source")) {
            source one;
            one.id = new_id(fields, facts_.sources);
            one.number = facts_.keep(fields.text("number"));
            const auto articles = fields.pairs("articles");
            one.title = facts_.keep(fields.text("title"));
            one.title_en = facts_.keep(fields.text("title_en"));
            const bool exact = fields.has("published") || !fields.has("not_later_than");
            if (exact && fields.has("not_later_than")) fields.refuse({errc::duplicate}, "not_later_than", "published");
            one.published = fields.day(exact ? "published" : "not_later_than");
            one.published_is = exact ? precision::exact : precision::not_later_than;
            one.seen = static_cast<confidence>(fields.one_of("seen", confidence_names));
            one.where = facts_.keep(fields.text("where"));
            fields.finish();
            facts_.sources.push_back(one);
            for (const auto& [key, article] : articles) {
                source part = one;
                part.id = facts_.keep(std::string(one.id) + "#" + key);
                part.number = facts_.keep(std::string(one.number) + " " + article);
                facts_.sources.push_back(part);
            }
        }
    }

    /// The id of a new fact; no other of its kind has it.
    template <class T>
    [[nodiscard]] std::string_view new_id(toml_fields& fields, const std::vector<T>& others) {
        const std::string id = fields.text("id");
        if (std::any_of(others.begin(), others.end(), [&](const T& other) { return other.id == id; })) {
            fields.refuse({errc::duplicate}, "id");
        }
        return facts_.keep(id);
    }

    [[nodiscard]] std::optional<fact_index> source_of(std::string_view id) const {
        for (std::size_t i = 0; i < facts_.sources.size(); ++i) {
            if (facts_.sources[i].id == id) return static_cast<fact_index>(i);
        }
        return std::nullopt;
    }

    [[nodiscard]] fact_index read_source(toml_fields& fields, std::string_view key) const {
        const auto source = source_of(fields.text(key));
        if (!source) fields.refuse({errc::source_unknown}, key);
        return *source;
    }

    // ---- The calendar itself.

    void read_calendar(toml_fields& file) {
        holiday_facts& header = facts_.header;
        toml_fields calendar = file.table("calendar");
        header.name = facts_.keep(calendar.text("name"));
        header.first = calendar.day("first");
        header.last = calendar.day("last");
        header.announced_from = calendar.number("announced_from", first_civil_year, last_civil_year);
        static_cast<void>(read_source(calendar, "announced_from_source"));  // read by people
        calendar.finish();
        if (header.last < header.first) {
            calendar.refuse({errc::range_reversed, header.first.number, header.last.number}, "last");
        }
        last_place_ = calendar.place("last");

        toml_fields names = file.table("names");
        for (const auto& [key, name] : {std::pair{"compensatory", &header.names.compensatory},
                                        {"compensatory_en", &header.names.compensatory_en},
                                        {"off_swapped", &header.names.off_swapped},
                                        {"off_swapped_en", &header.names.off_swapped_en},
                                        {"work_swapped", &header.names.work_swapped},
                                        {"work_swapped_en", &header.names.work_swapped_en},
                                        {"weekend", &header.names.weekend},
                                        {"weekend_en", &header.names.weekend_en}}) {
            *name = facts_.keep(names.text(key));
        }
        names.finish();
        file.finish();
    }

    // ---- Statutes.

    void read_statutes(toml_fields& file) {
        for (toml_fields& fields : file.tables("week")) read_week(fields);
        std::vector<holiday_rule> declared;
        for (toml_fields& fields : file.tables("holiday")) declared.push_back(read_holiday(fields, declared));
        for (toml_fields& fields : file.tables("statute")) read_statute(fields, declared);
        file.finish();
        if (facts_.weeks.empty()) file.refuse({errc::field_missing}, "week");
    }

    void read_week(toml_fields& fields) {
        const civil_day from = fields.day("from");
        if (facts_.weeks.empty() && facts_.header.first < from) {
            fields.refuse({errc::range_reversed, from.number, facts_.header.first.number}, "from",
                          "<= " + std::string(text_of(facts_.header.first).view()));
        }
        const auto week = parse_week(fields.text("week"));
        if (!week) fields.refuse(week.why(), "week");
        const fact_index source = read_source(fields, "source");
        fields.finish();
        if (!facts_.weeks.empty() && from <= facts_.weeks.back().from) {
            const civil_day before = facts_.weeks.back().from;
            fields.refuse({errc::range_reversed, before.number, from.number}, "from",
                          "> " + std::string(text_of(before).view()));
        }
        facts_.weeks.push_back({from, *week, source});
    }

    /// A holiday without the statute that makes it.
    [[nodiscard]] holiday_rule read_holiday(toml_fields& fields, const std::vector<holiday_rule>& declared) {
        holiday_rule rule;
        rule.id = new_id(fields, declared);
        toml_fields anchor = fields.table("anchor");
        rule.when.kind = static_cast<anchor_kind>(anchor.one_of("kind", anchor_names));
        rule.when.month = static_cast<std::int8_t>(anchor.number("month", 1, 12));
        if (rule.when.kind != anchor_kind::last_weekday) {
            rule.when.day = static_cast<std::int8_t>(anchor.number("day", 1, 31));
        }
        if (rule.when.kind == anchor_kind::nth_weekday || rule.when.kind == anchor_kind::last_weekday) {
            rule.when.on = static_cast<weekday>(anchor.one_of("weekday", weekday_names));
        }
        anchor.finish();
        rule.name = facts_.keep(fields.text("name"));
        rule.name_en = facts_.keep(fields.text("name_en"));
        rule.name_before = facts_.keep(fields.text("name_before", rule.name));
        rule.name_before_en = facts_.keep(fields.text("name_before_en", rule.name_en));
        rule.name_after = facts_.keep(fields.text("name_after", rule.name));
        rule.name_after_en = facts_.keep(fields.text("name_after_en", rule.name_en));
        fields.finish();

        holiday_facts alone = facts_.header;
        alone.holidays = {&rule, 1};
        const failure why = anchor_days::of(alone).why();
        if (why.code == errc::year_outside_lunar) throw error(why, last_place_);
        if (why.code != errc::ok) fields.refuse(why, "anchor");
        return rule;
    }

    void read_statute(toml_fields& fields, const std::vector<holiday_rule>& declared) {
        const fact_index source = read_source(fields, "source");
        const bool compensated = fields.flag("compensated", true);
        const bool has_compensation = fields.has("compensation") || compensated;
        const fact_index compensation = has_compensation ? read_source(fields, "compensation") : no_fact;
        const civil_day from = fields.day("from");
        const civil_day until = fields.has("until") ? fields.day("until") : open_end;
        if (until <= from) fields.refuse({errc::range_reversed, from.number, until.number}, "until");
        auto days = fields.tables("days");
        if (days.empty()) fields.refuse({errc::field_missing}, "days");
        for (toml_fields& day : days) {
            holiday_rule rule = declared_holiday(day, declared);
            rule.from = from;
            rule.until = until;
            rule.compensated = compensated;
            rule.statute = source;
            rule.compensation = compensation;
            read_choices(day, rule);
            day.finish();
            if (std::any_of(facts_.holidays.begin(), facts_.holidays.end(),
                            [&](const holiday_rule& other) { return other.id == rule.id && other.from == from; })) {
                day.refuse({errc::duplicate}, "holiday");
            }
            facts_.holidays.push_back(rule);
        }
        fields.finish();
    }

    /// The rule, or one of the rules, with the id that a field names.
    template <class Rules>
    [[nodiscard]] static const holiday_rule& declared_holiday(toml_fields& fields, const Rules& rules) {
        const std::string id = fields.text("holiday");
        std::vector<std::string> ids;
        for (const holiday_rule& rule : rules) {
            if (rule.id == id) return rule;
            if (std::find(ids.begin(), ids.end(), rule.id) == ids.end()) ids.emplace_back(rule.id);
        }
        fields.refuse({errc::holiday_unknown}, "holiday", listed(ids));
    }

    static void read_choices(toml_fields& fields, holiday_rule& rule) {
        std::vector<window_choice> choices;
        for (toml_fields& choice : fields.tables("choices")) {
            choices.push_back({static_cast<std::int8_t>(choice.number("before", 0, 15)),
                               static_cast<std::int8_t>(choice.number("after", 0, 15))});
            choice.finish();
        }
        if (choices.empty()) choices.emplace_back();
        const auto count = static_cast<std::int32_t>(choices.size());
        if (choices.size() > rule.choices.size()) {
            fields.refuse({errc::field_type}, "choices", "1 … " + std::to_string(rule.choices.size()));
        }
        std::copy(choices.begin(), choices.end(), rule.choices.begin());
        rule.choice_count = static_cast<std::uint8_t>(count);
        if (count == 1) return;
        const auto projected = fields.numbers("projected", 1, count);
        if (projected.size() != rule.projected.size()) {
            fields.refuse({errc::field_type}, "projected", listed(weekday_names));
        }
        for (std::size_t i = 0; i < projected.size(); ++i) {
            rule.projected[i] = static_cast<std::uint8_t>(projected[i] - 1);
        }
    }

    // ---- Announcements.

    void read_announcements(toml_fields& file) {
        const auto anchors = anchor_days::of(facts_.view());
        if (!anchors) throw error(anchors.why(), last_place_);
        for (toml_fields& fields : file.tables("announcement")) {
            announcement notice;
            notice.id = new_id(fields, facts_.announcements);
            notice.year = fields.has("year") ? fields.number("year", first_civil_year, last_civil_year) : 0;
            read_instruments(fields, notice);
            const auto by = static_cast<fact_index>(facts_.announcements.size());
            facts_.announcements.push_back(notice);
            for (toml_fields& window : fields.tables("windows")) read_window(window, by, *anchors);
            for (toml_fields& swap : fields.tables("swaps")) read_swap(swap, by);
            for (toml_fields& closure : fields.tables("closures")) {
                facts_.closures.push_back({announced_day(closure, "day"), facts_.keep(closure.text("name")),
                                           facts_.keep(closure.text("name_en")), by});
                closure.finish();
            }
            fields.finish();
        }
    }

    /// A notice is known since the earliest of its instruments.
    void read_instruments(toml_fields& fields, announcement& notice) const {
        const auto ids = fields.texts("sources");
        if (ids.empty() || ids.size() > notice.sources.size()) {
            fields.refuse({errc::field_type}, "sources", "1 … " + std::to_string(notice.sources.size()));
        }
        for (std::size_t i = 0; i < ids.size(); ++i) {
            const auto index = source_of(ids[i]);
            if (!index) {
                error_place place = fields.place("sources");
                place.value = ids[i];
                throw error({errc::source_unknown}, place);
            }
            notice.sources[i] = *index;
            const source& one = facts_.sources[*index];
            const bool is_earlier = i == 0 || one.published < notice.published;
            if (is_earlier || (one.published == notice.published && one.published_is == precision::not_later_than)) {
                notice.published = one.published;
                notice.published_is = one.published_is;
            }
        }
    }

    /// A day that a notice arranges: one of the calendar, or it would be passed over in silence.
    [[nodiscard]] civil_day announced_day(toml_fields& fields, std::string_view key) const {
        const civil_day day = fields.day(key);
        const holiday_facts& header = facts_.header;
        if (day < header.first || header.last < day) {
            fields.refuse({errc::outside_calendar, day.number}, key, span_text({header.first, header.last}));
        }
        return day;
    }

    void read_window(toml_fields& fields, fact_index by, const anchor_days& anchors) {
        announced_window window;
        window.holiday = declared_holiday(fields, facts_.holidays).id;
        window.first = announced_day(fields, "first");
        window.last = announced_day(fields, "last");
        window.by = by;
        fields.finish();
        if (window.last < window.first) {
            fields.refuse({errc::range_reversed, window.first.number, window.last.number}, "last");
        }
        // The window of the year in which the anchor lies in it.
        std::vector<std::string> allowed;
        for (window.year = parts_of(window.first).year; window.year <= parts_of(window.last).year; ++window.year) {
            const auto choices = choices_of(window.holiday, window.year, anchors);
            const day_span wanted{window.first, window.last};
            if (std::find(choices.begin(), choices.end(), wanted) != choices.end()) break;
            for (const day_span& choice : choices) allowed.push_back(span_text(choice));
        }
        if (window.year > parts_of(window.last).year) {
            fields.refuse({errc::window_not_allowed, window.first.number, window.last.number}, "first",
                          listed(allowed));
        }
        if (std::any_of(facts_.windows.begin(), facts_.windows.end(), [&](const announced_window& other) {
                return other.holiday == window.holiday && other.year == window.year;
            })) {
            fields.refuse({errc::duplicate}, "holiday");
        }
        facts_.windows.push_back(window);
        window_places_.push_back(fields.place("first"));
    }

    /// The windows that the statute in force allows in a year.
    [[nodiscard]] std::vector<day_span> choices_of(std::string_view id, std::int32_t year,
                                                   const anchor_days& anchors) const {
        const holiday_rule* in_force = nullptr;
        civil_day anchor;
        for (std::size_t i = 0; i < facts_.holidays.size(); ++i) {
            const holiday_rule& rule = facts_.holidays[i];
            const civil_day day = anchors.at(i, year);
            if (rule.id != id || day < rule.from || rule.until <= day) continue;
            if (in_force != nullptr && rule.from < in_force->from) continue;
            in_force = &rule;
            anchor = day;
        }
        std::vector<day_span> spans;
        if (in_force == nullptr) return spans;
        for (std::size_t i = 0; i < in_force->choice_count; ++i) {
            spans.push_back({anchor - in_force->choices[i].before, anchor + in_force->choices[i].after});
        }
        return spans;
    }

    void read_swap(toml_fields& fields, fact_index by) {
        for (const auto& [given, missing] : {std::pair{"off", "worked"}, {"worked", "off"}}) {
            if (fields.has(given) && !fields.has(missing)) {
                fields.refuse({errc::swap_without_partner, fields.day(given).number}, given);
            }
        }
        day_swap swap;
        swap.off = announced_day(fields, "off");
        swap.worked = announced_day(fields, "worked");
        swap.occasion = facts_.keep(fields.text("occasion"));
        swap.occasion_en = facts_.keep(fields.text("occasion_en"));
        swap.by = by;
        fields.finish();
        facts_.swaps.push_back(swap);
        swap_places_.push_back({fields.place("off"), fields.place("worked")});
    }

    [[nodiscard]] static std::string span_text(const day_span& span) {
        return std::string(text_of(span.first).view()) + " … " + std::string(text_of(span.last).view());
    }

    // ---- Contradictions.

    /// Works the days out, in each edition; throws where they contradict each other.
    void check() const {
        const auto made = calendar::from_facts(facts_.view());
        if (!made) throw error(made.why(), guilty(made.why()));
    }

    /// The place of the fact that a failure is about: the last one with these days, as those before were fine alone.
    [[nodiscard]] error_place guilty(const failure& why) const {
        for (std::size_t i = facts_.windows.size(); i-- > 0;) {
            const announced_window& window = facts_.windows[i];
            if (why == failure{errc::window_not_allowed, window.first.number, window.last.number}) {
                return window_places_[i];
            }
        }
        for (std::size_t i = facts_.swaps.size(); i-- > 0;) {
            const day_swap& swap = facts_.swaps[i];
            const std::int64_t off = swap.off.number;
            const std::int64_t worked = swap.worked.number;
            if (why == failure{errc::swap_off_rests, off, worked}) return swap_places_[i].off;
            if (why == failure{errc::swap_worked_works, worked, off}) return swap_places_[i].worked;
            if (why == failure{errc::holiday_and_worked, worked, off}) return swap_places_[i].worked;
        }
        return last_place_;
    }

    struct swap_place {
        error_place off, worked;
    };

    facts_storage facts_;
    error_place last_place_;                  ///< of the calendar's last day
    std::vector<error_place> window_places_;  ///< of each window; empty for those of the base
    std::vector<swap_place> swap_places_;
};

}  // namespace

loaded_facts load_facts(const std::filesystem::path& folder) {
    facts_reader reader;
    reader.read_folder(folder);
    return reader.take();
}

loaded_facts with_announcements(const loaded_facts& base, std::span<const std::filesystem::path> files) {
    facts_reader reader(base);
    for (const std::filesystem::path& file : files) reader.read_announcement_file(file);
    return reader.take();
}

}  // namespace thoihan
