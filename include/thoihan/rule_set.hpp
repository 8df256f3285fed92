// thoihan/rule_set.hpp: the rules of one run: each question is resolved once, numbered, and found again.
#ifndef THOIHAN_RULE_SET_HPP
#define THOIHAN_RULE_SET_HPP

#include <cstdint>
#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "thoihan/civil.hpp"
#include "thoihan/error.hpp"
#include "thoihan/rulebook.hpp"

namespace thoihan {

/// The rules of one run, resolved once and numbered from 0. Not shared between threads while it resolves.
class rule_set {
public:
    explicit rule_set(std::shared_ptr<const rulebook> book, limit_order order = limit_order::rulebook_first)
        : book_(std::move(book)), order_(order) {}

    /// The number of the rule of a request; fails as rulebook::resolve does.
    [[nodiscard]] result<std::uint32_t> number_of(const rule_request& request);

    /// By number. A rule keeps its place when more are added.
    [[nodiscard]] const std::deque<resolved_rule>& rules() const noexcept { return rules_; }
    [[nodiscard]] const rulebook& book() const noexcept { return *book_; }

private:
    struct dated_number {
        civil_day from, until;
        std::uint32_t number;
    };

    std::shared_ptr<const rulebook> book_;
    limit_order order_;
    std::deque<resolved_rule> rules_;
    std::unordered_map<std::string, std::vector<dated_number>> known_;
    std::unordered_map<std::string, std::uint32_t> numbers_;  // one number a rule, however it was asked for
    std::string key_;
};

inline result<std::uint32_t> rule_set::number_of(const rule_request& request) {
    key_.clear();
    for (const std::string_view text : {request.procedure, request.limit, request.agency, request.regime}) {
        key_.append(text).push_back('\0');
    }
    key_.push_back(static_cast<char>(request.via));
    key_.push_back(static_cast<char>(request.limit_is_from));
    for (const std::string_view one : request.conditions) key_.append(one).push_back('\0');
    std::vector<dated_number>& numbers = known_[key_];
    for (const dated_number& one : numbers) {
        if (one.from <= request.day && request.day < one.until) return one.number;
    }
    auto made = book_->resolve(request, order_);
    if (!made) return made.why();
    // Requests that differ in what does not matter share a rule.
    std::string identity = made->name + '\0' + std::to_string(made->flags) + '\0' +
                           std::to_string(static_cast<int>(made->from)) + '\0' + std::to_string(made->from_day.number) +
                           '\0' + std::to_string(made->until_day.number) + '\0' + (made->agency_known ? "" : "?");
    if (made->procedure != nullptr) identity += std::to_string(made->procedure - book_->procedures().data());
    const auto [at, is_new] = numbers_.emplace(std::move(identity), static_cast<std::uint32_t>(rules_.size()));
    numbers.push_back({made->from_day, made->until_day, at->second});
    if (is_new) rules_.push_back(*std::move(made));
    return at->second;
}

}  // namespace thoihan

#endif  // THOIHAN_RULE_SET_HPP
